package rhytid.account;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/** What people have on their phones: it was told a secret, and shows a code. */
public final class AuthenticatorApp {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    /** @param typed the secret in base 32, as a page shows it */
    public AuthenticatorApp(String typed) {
        String text = typed.replace(" ", "").toUpperCase(Locale.ROOT);
        secret = new byte[text.length() * 5 / 8];
        for (int bit = 0; bit < secret.length * 8; bit++) {
            int value = LETTERS.indexOf(text.charAt(bit / 5));
            secret[bit / 8] |= (byte) ((value >> (4 - bit % 5) & 1) << (7 - bit % 8));
        }
    }

    /** As a database would print it. */
    public String secretHex() {
        return HexFormat.of().formatHex(secret);
    }

    public String code(Instant at) {
        return Totp.code(secret, at);
    }
}
