package rhytid.account;

import java.time.Instant;
import java.util.Locale;

/** What happened to the way into somebody's account. */
public record Notice(Instant at, What what, boolean seen) {

    /** Kinds of it; never what is secret in it. */
    public enum What {
        PASSWORD_CHANGED,
        EMAIL_CHANGED,
        SECOND_FACTOR_ON,
        SECOND_FACTOR_OFF,
        /** By an administrator, not by the person. */
        SECOND_FACTOR_RESET,
        RECOVERY_CODES_NEW,
        RECOVERY_CODE_USED,
        /** Somebody knew the password and not the code, again and again. */
        CODES_REFUSED;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static What of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
