package rhytid.face;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * One network on disk and what is known of it.
 *
 * @param task what it is for: {@code detection} or {@code landmarks}
 * @param name what it is called
 * @param version its version, as its makers count
 * @param file the network: {@code .onnx} or {@code .tflite}
 * @param sha256 SHA-256 of the file, lower-case hex
 * @param licence its licence, as an SPDX name
 * @param origin who made it, and how
 * @param input how a picture is put to it
 * @param outputs from our name of an output ({@code points}, {@code presence}) to the network's; empty where they are
 *     the same
 * @param pointShift what is added to the coordinates of its points to have them count from the centre of the crop's top
 *     left pixel; −0.5 where they count from its corner
 * @param cropScale side of the square it is shown, as a multiple of the longer side of the face's box
 */
public record Model(
        String task,
        String name,
        String version,
        Path file,
        String sha256,
        String licence,
        String origin,
        Input input,
        Map<String, String> outputs,
        double pointShift,
        double cropScale) {

    static final String DETECTION = "detection";
    static final String LANDMARKS = "landmarks";

    /**
     * How a picture is put to a network.
     *
     * @param size side of the square, in pixels
     * @param scale what the bytes 0 to 255 are multiplied by
     * @param rgb whether red comes first; otherwise blue does
     */
    public record Input(int size, double scale, boolean rgb) {
        public Input {
            if (size < 16 || size > 4096 || !(scale > 0)) {
                throw new IllegalArgumentException("an input of " + size + " px, scaled by " + scale);
            }
        }
    }

    public Model {
        outputs = Map.copyOf(outputs);
    }

    /** The network's name for one of our outputs. */
    String output(String ours) {
        return outputs.getOrDefault(ours, ours);
    }

    /**
     * The network's bytes, once more held against the sum.
     *
     * @throws UnusableModelException if they have changed since the folder was opened
     */
    byte[] bytes() {
        byte[] bytes = read(file);
        if (!sha256(bytes).equals(sha256)) {
            throw new UnusableModelException(file, "has changed while it was in use", "Start again.");
        }
        return bytes;
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
