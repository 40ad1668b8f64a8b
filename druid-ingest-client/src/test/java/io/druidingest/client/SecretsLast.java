package io.druidingest.client;

import static java.util.Comparator.comparing;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Lets {@link SecretsTest} look at what all the others have made the client say. */
public final class SecretsLast implements ClassOrderer {

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(comparing(test -> test.getTestClass() == SecretsTest.class));
    }
}
