package rhytid.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes against the published ones, and which of them are taken. */
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:10Z");

    /** RFC 6238, appendix B: the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void phonesClockMayBeHalfAMinuteOffAndNoMore() {
        for (int seconds : new int[] {-30, 0, 30}) {
            assertThat(Totp.step(SECRET, Totp.code(SECRET, NOW.plusSeconds(seconds)), NOW, 0))
                    .as(seconds + " s")
                    .isPresent();
        }
        for (int seconds : new int[] {-60, 60}) {
            assertThat(Totp.step(SECRET, Totp.code(SECRET, NOW.plusSeconds(seconds)), NOW, 0))
                    .as(seconds + " s")
                    .isEmpty();
        }
    }

    @Test
    void codeOfAStepThatWasTakenIsNotTakenAgainNorOneBefore() {
        long taken = Totp.step(SECRET, Totp.code(SECRET, NOW), NOW, 0).orElseThrow();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, NOW), NOW, taken)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, NOW.minusSeconds(30)), NOW, taken))
                .isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, NOW.plusSeconds(30)), NOW, taken))
                .isPresent();
    }

    /** RFC 4648, section 10, without its padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void secretsAreWrittenInBase32(String plain, String written) {
        assertThat(Totp.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
    }

    @Property(tries = 100)
    void whatIsSealedOpensForItsOwnerAndKeyAlone(@ForAll @Size(min = 1, max = 40) byte[] plain) {
        SecretBox box = new SecretBox(new byte[SecretBox.KEY_BYTES]);
        byte[] locked = box.seal(plain, "ana");
        assertThat(box.open(locked, "ana"))
                .hasValueSatisfying(opened -> assertThat(opened).isEqualTo(plain));
        assertThat(box.open(locked, "ben")).isEmpty();
        assertThat(HexFormat.of().formatHex(box.seal(plain, "ana")))
                .isNotEqualTo(HexFormat.of().formatHex(locked));
        byte[] other = new byte[SecretBox.KEY_BYTES];
        other[0] = 1;
        assertThat(new SecretBox(other).open(locked, "ana")).isEmpty();
        locked[locked.length - 1] ^= 1;
        assertThat(box.open(locked, "ana")).isEmpty();
    }
}
