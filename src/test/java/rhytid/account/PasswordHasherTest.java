package rhytid.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    @Test
    void hashesAsOwaspAsksUnlessToldOtherwise() {
        PasswordHasher passwords = new PasswordHasher();
        String hash = passwords.hash("Kolibri-Teekanne-42");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("Kolibri-Teekanne-42", hash)).isTrue();
        assertThat(passwords.matches("Kolibri-Teekanne-43", hash)).isFalse();
        assertThat(passwords.matches("Kolibri-Teekanne-42", null)).isFalse();
    }
}
