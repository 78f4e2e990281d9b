package rhytid.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import rhytid.decoder.Decoders;

@EnabledOnOs(OS.LINUX)
class BackgroundTest {

    @Test
    void aComparisonStepsBackButADecoderThatItStartsDoesNotSinceItServesUploadsToo() throws Exception {
        int usual = nice(Path.of("/proc", "thread-self", "stat"));
        try (Decoders decoders = Decoders.ofThisProgram()) {
            FutureTask<Integer> comparison = new FutureTask<>(Background.of(() -> {
                decoders.warmUp();
                return nice(Path.of("/proc", "thread-self", "stat"));
            }));
            Thread.ofPlatform().start(comparison);
            assertThat(comparison.get()).isEqualTo(10);
            ProcessHandle decoder = ProcessHandle.current()
                    .children()
                    .filter(ProcessHandle::isAlive)
                    .findFirst()
                    .orElseThrow();
            assertThat(nice(Path.of("/proc", String.valueOf(decoder.pid()), "stat")))
                    .isEqualTo(usual);
        }
    }

    /** Field 19 of proc(5), the 17th after the name. */
    private static int nice(Path stat) throws IOException {
        String line = Files.readString(stat);
        return Integer.parseInt(line.substring(line.lastIndexOf(')') + 2).split(" ")[16]);
    }
}
