package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first rounds of {@link KillRounds}; the many are a benchmark's. */
class KillRoundsTest {

    @TempDir
    Path folder;

    @Test
    void aWholeNodeKilledUnderLoadHasWhatItAcknowledgedWhenItComesBack() throws Exception {
        KillRounds rounds = KillRounds.inside(folder);
        assertThat(rounds.run(2)).isEmpty();
        assertThat(rounds.acknowledged().get("photo").get()).isPositive();
    }
}
