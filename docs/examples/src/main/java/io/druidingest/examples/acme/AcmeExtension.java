package io.druidingest.examples.acme;

import io.druidingest.input.InputSource;
import io.druidingest.json.SpecExtension;

/** The types of Acme's extension of Druid. */
public final class AcmeExtension implements SpecExtension {

    @Override
    public void register(Types types) {
        types.add(InputSource.class, "acme-sftp", SftpInputSource.class);
    }
}
