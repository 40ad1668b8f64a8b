package io.druidingest.testkit.internal.localdruid;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the child process is to do: which roles to boot, whether a second coordinator follows the first, and which Druid properties to
 * set on top of the defaults.
 */
final class Orders {

    private final List<Role> roles;
    private final boolean followed;
    private final Map<Role, Map<String, String>> properties;

    Orders(List<Role> roles, boolean followed, Map<Role, Map<String, String>> properties) {
        this.roles = roles;
        this.followed = followed;
        this.properties = properties;
    }

    List<Role> roles() {
        return roles;
    }

    boolean isFollowed() {
        return followed;
    }

    Map<String, String> properties(Role role) {
        return properties.getOrDefault(role, Map.of());
    }

    void writeTo(DataOutputStream out) throws IOException {
        out.writeBoolean(followed);
        out.writeInt(roles.size());
        for (Role role : roles) {
            out.writeUTF(role.name());
            Map<String, String> own = properties(role);
            out.writeInt(own.size());
            for (Map.Entry<String, String> property : own.entrySet()) {
                out.writeUTF(property.getKey());
                out.writeUTF(property.getValue());
            }
        }
        out.flush();
    }

    /** Reads what {@link #writeTo} wrote, and not a byte more. */
    static Orders readFrom(DataInputStream in) throws IOException {
        boolean followed = in.readBoolean();
        List<Role> roles = new ArrayList<>();
        Map<Role, Map<String, String>> properties = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            Role role = Role.valueOf(in.readUTF());
            Map<String, String> own = new LinkedHashMap<>();
            for (int more = in.readInt(); more > 0; more--) {
                own.put(in.readUTF(), in.readUTF());
            }
            roles.add(role);
            properties.put(role, own);
        }
        return new Orders(roles, followed, properties);
    }
}
