package rhytid.service;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import rhytid.app.Main;

/** The program itself, {@code rhytid serve}, as a process of its own. */
record RealNode(Process process, String base) implements AutoCloseable {

    private static final Duration STARTS_WITHIN = Duration.ofSeconds(90);

    /** Starts it, and returns when it is ready. */
    static RealNode start(Path log, String... options) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.bytedeco.javacpp.nopointergc=true",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--models=models",
                "--requests-per-minute=10000000",
                "--port=" + port));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RealNode node = new RealNode(process, "http://127.0.0.1:" + port);
        long end = System.nanoTime() + STARTS_WITHIN.toNanos();
        while (!node.ready()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("the node did not start: " + Files.readString(log));
            }
            Thread.sleep(200);
        }
        return node;
    }

    HttpCalls calls() {
        return new HttpCalls(base + "/api/v1");
    }

    private boolean ready() {
        try {
            return new HttpCalls(base).get("/health/ready").status() == 200;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Lets it end in order. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
