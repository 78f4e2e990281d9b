package rhytid.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rhytid.clinic.PhotoAsked;
import rhytid.clinic.PhotoCheck;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A photo as a stranger with an invitation sends it, to a whole node. The input's first line is what stands behind
 * {@code Content-Type:}, all after it is the body; a first line that begins with {@code !} means that the body is
 * chunked, by the input itself.
 */
public final class UploadFuzz {

    private static final int PATIENCE_MS = 5_000;
    private static final int LONGEST_LINE = 300;

    /** Taken, or turned away as the sender's mistake; whatever else is ours. */
    private static final Set<Integer> RIGHT = Set.of(200, 201, 400, 408, 411, 413, 415, 422);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static UploadFuzz node;

    private final int port;
    private final String path;
    private final String token;

    private UploadFuzz() {
        TestNode started = TestNode.with(new Taking(), "--requests-per-minute=100000000");
        Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        HttpCalls admin = started.admin();
        String patient = admin.post("/patients", Map.of("name", "Mara")).is(201).id();
        JsonNode invitation = admin.post(
                        "/patients/" + patient + "/invitations", Map.of("expressions", List.of("rest", "frown")))
                .is(201)
                .json();
        port = started.service.port();
        path = "/api/v1/invitations/" + invitation.get("id").asString() + "/photos/rest";
        token = invitation.get("token").asString();
    }

    public static synchronized void fuzzerTestOneInput(byte[] input) throws IOException {
        if (node == null) {
            node = new UploadFuzz();
        }
        node.send(input);
    }

    private void send(byte[] input) throws IOException {
        int end = 0;
        while (end < input.length && end < LONGEST_LINE && input[end] != '\n') {
            end++;
        }
        boolean chunked = end > 0 && input[0] == '!';
        String type = new String(input, chunked ? 1 : 0, chunked ? end - 1 : end, StandardCharsets.ISO_8859_1);
        byte[] body = Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length);
        String head = "PUT " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                + token + "\r\nContent-Type: " + type + "\r\n"
                + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length) + "\r\n\r\n";
        judge(answer(head.getBytes(StandardCharsets.ISO_8859_1), body));
    }

    private String answer(byte[] head, byte[] body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MS);
            OutputStream out = socket.getOutputStream();
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(head);
            all.write(body);
            out.write(all.toByteArray());
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void judge(String answer) {
        if (!answer.matches("(?s)HTTP/1\\.1 \\d{3} .*\r\n\r\n.*")) {
            throw new IllegalStateException("no answer, but: " + answer);
        }
        int status = Integer.parseInt(answer.substring(9, 12));
        if (!RIGHT.contains(status)) {
            throw new IllegalStateException(answer);
        }
        if (status >= 400 && answer.contains("application/problem+json")) {
            JsonNode problem = JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n") + 4));
            if (!problem.hasNonNull("code") || !problem.hasNonNull("detail")) {
                throw new IllegalStateException("not said clearly: " + answer);
            }
        }
    }

    /** Takes what begins as a photo, of one size: decoding is not what is looked at here. */
    private static final class Taking extends FakeLine {

        private static final byte[] PHOTO = photo(50);

        @Override
        public Intake take(byte[] content) {
            boolean jpeg = content.length > 2 && content[0] == (byte) 0xff && content[1] == (byte) 0xd8;
            return jpeg
                    ? new Intake.Taken(400, 600, "jpeg", null, PHOTO, PHOTO, PHOTO)
                    : new Intake.NotTaken("not-a-photo", "This is no photo.");
        }

        @Override
        public PhotoCheck check(byte[] content, PhotoAsked asked) {
            return PhotoCheck.NOT_CHECKED;
        }
    }
}
