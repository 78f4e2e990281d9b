package rhytid.account;

import org.jspecify.annotations.Nullable;

/** What is to change; null leaves as it is. */
public record AccountChange(
        @Nullable String email,
        @Nullable String name,
        @Nullable Role role,
        @Nullable Boolean active,
        @Nullable String password) {

    @Override
    public String toString() { // the password must reach no log
        return "AccountChange";
    }
}
