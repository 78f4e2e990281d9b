package rhytid.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What Debian's packages take for parts of the same work, on the same files in the same run. */
final class SpeedPeers {

    private SpeedPeers() {}

    /** @param ms what a whole pair takes here, without pictures */
    static void print(SpeedPhotos pair, double ms) throws IOException {
        System.out.printf("%n| others | what they do | median (ms) | over a whole pair here |%n|---|---|---:|---:|%n");
        Path script = Files.createTempFile("peers", ".py");
        try (InputStream source = Objects.requireNonNull(SpeedPeers.class.getResourceAsStream("peers.py"))) {
            Files.write(script, source.readAllBytes());
            Process python = new ProcessBuilder(
                            "/usr/bin/python3", // Debian's own, which sees what its packages installed
                            script.toString(),
                            pair.before().toString(),
                            pair.after().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (InputStream said = python.getInputStream()) {
                new String(said.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> row(line, ms));
            }
        } catch (IOException e) {
            System.out.println("| /usr/bin/python3 | | not installed | |");
        } finally {
            Files.delete(script);
        }
    }

    private static void row(String line, double ms) {
        List<String> cells = List.of(line.split("\t", -1));
        String took = cells.get(1);
        boolean measured = took.chars().allMatch(Character::isDigit);
        System.out.printf(
                "| %s | %s | %s | %s |%n",
                cells.get(0),
                cells.get(2),
                took,
                measured ? String.format("%.2f ×", Double.parseDouble(took) / ms) : "–");
    }
}
