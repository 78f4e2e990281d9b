package rhytid.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import rhytid.database.DatabaseAddress;

/** A node ({@link NodeMain}) as a process of its own, that can be killed. */
record NodeProcess(Process process, HttpCalls calls) implements AutoCloseable {

    private static final String SAYS = "PORT ";

    /**
     * What starts a node.
     *
     * @param jvm options of its virtual machine
     * @param options of {@code serve}
     */
    static List<String> command(List<String> jvm, List<String> options) {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1"));
        words.addAll(jvm);
        words.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                NodeMain.class.getName(),
                "--port=0",
                "--admin-email=" + TestNode.ADMIN,
                "--admin-password=" + TestNode.PASSWORD));
        words.addAll(options);
        return words;
    }

    static List<String> on(DatabaseAddress database) {
        return List.of(
                "--database-url=" + database.url(),
                "--database-user=" + database.user(),
                "--database-password=" + database.password());
    }

    /**
     * Waits until the node says where it listens.
     *
     * @param log where its faults go
     */
    static NodeProcess start(List<String> command, Path log) throws IOException {
        Process process =
                new ProcessBuilder(command).redirectError(log.toFile()).start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(SAYS)) {
                String base = "http://127.0.0.1:" + line.substring(SAYS.length()) + "/api/v1";
                return new NodeProcess(process, new HttpCalls(base));
            }
        }
        throw new AssertionError("the node did not start: " + Files.readString(log));
    }

    /** With {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
