package rhytid.account;

import org.jspecify.annotations.Nullable;

/** An account to be made. */
public record NewAccount(
        String email,
        @Nullable String name,
        Role role,
        @Nullable String patientId,
        String password) {

    @Override
    public String toString() { // the password must reach no log
        return "NewAccount[" + role + "]";
    }
}
