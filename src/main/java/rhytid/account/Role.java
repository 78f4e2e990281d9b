package rhytid.account;

import java.util.Arrays;
import java.util.Optional;

/** What a person is to the clinic. */
public enum Role {
    ADMIN("admin"),
    INJECTOR("injector"),
    ASSISTANT("assistant"),
    PATIENT("patient");

    private final String key;

    Role(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public static Optional<Role> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
    }
}
