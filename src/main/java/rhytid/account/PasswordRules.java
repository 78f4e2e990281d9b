package rhytid.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import me.gosimple.nbvcxz.Nbvcxz;
import rhytid.fault.Unfit;

/**
 * Which passwords are taken: long enough, and not among the common ones, also when digits or signs are hung on or
 * letters swapped for digits. No rules on kinds of characters: they make passwords worse (NIST SP 800-63B, 5.1.1.2).
 */
public final class PasswordRules {

    /** Guessing 12 characters beyond the common ones is out of reach for a throttled attacker. */
    static final int SHORTEST = 12;
    /** Hashing takes its time with length too; nobody types more. */
    static final int LONGEST = 128;

    private static final int TELLING = 4;
    private static final String LIST = "/dictionaries/passwords.txt";

    private final Set<String> common;

    public PasswordRules() {
        this.common = readList();
    }

    /** @throws Unfit saying what is wrong with it */
    public void check(String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new Unfit("password-too-short", "The password needs at least " + SHORTEST + " characters.");
        }
        if (length > LONGEST) {
            throw new Unfit("password-too-long", "The password may have at most " + LONGEST + " characters.");
        }
        String bare = bare(password);
        String name = bare(email.substring(0, Math.max(0, email.indexOf('@'))));
        if (common.contains(password.toLowerCase(Locale.ROOT)) || common.contains(bare) || isMonotonous(password)) {
            throw new Unfit("password-too-common", "This password is among the first that are guessed. Take another.");
        }
        if (name.length() >= TELLING && bare.equals(name)) {
            throw new Unfit("password-too-common", "The password must not be the name in the e-mail address.");
        }
    }

    /** The word within: lower case, common swaps undone, digits and signs at both ends taken off. */
    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's');
    }

    /** Few different characters, or each the neighbour of the one before. */
    private static boolean isMonotonous(String password) {
        boolean run = true;
        for (int i = 2; i < password.length() && run; i++) {
            run = password.charAt(i) - password.charAt(i - 1) == password.charAt(1) - password.charAt(0);
        }
        return run || password.chars().distinct().count() < TELLING;
    }

    private static Set<String> readList() {
        try (InputStream list = Nbvcxz.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("the list of common passwords is missing from the build");
            }
            Set<String> words = new HashSet<>();
            BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                words.add(line.split("[\\s,]", 2)[0].toLowerCase(Locale.ROOT));
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
