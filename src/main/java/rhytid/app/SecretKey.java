package rhytid.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.random.RandomGenerator;
import rhytid.account.SecretBox;
import rhytid.cli.ServeCommand;

/**
 * The key that second factors and kept answers are encrypted with: from the start's options, or made once beside the
 * data. It is no part of a backup, or whoever finds one could open what it holds.
 */
final class SecretKey {

    private static final String FILE = "secret.key";

    private SecretKey() {}

    /** @throws IOException saying what to do, where there is none and no folder to make it in */
    static byte[] of(ServeCommand options, RandomGenerator random) throws IOException {
        if (options.secretKey != null) {
            return read(options.secretKey, "--secret-key");
        }
        if (options.service.databaseUrl != null && options.service.s3Endpoint != null) {
            throw new IOException("set RHYTID_SECRET_KEY, the same for all nodes: 32 random bytes in base64, such as"
                    + " \"openssl rand -base64 32\" prints them; second factors are encrypted with it");
        }
        Path file = options.service.data.resolve(FILE);
        if (Files.notExists(file)) {
            make(file, random);
        }
        return read(Files.readString(file, StandardCharsets.US_ASCII), file.toString());
    }

    private static byte[] read(String text, String from) throws IOException {
        try {
            byte[] key = Base64.getDecoder().decode(text.strip());
            if (key.length == SecretBox.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IOException("the secret key (" + from + ") is not 32 bytes in base64");
    }

    private static void make(Path file, RandomGenerator random) throws IOException {
        byte[] key = new byte[SecretBox.KEY_BYTES];
        random.nextBytes(key);
        Path draft = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(draft);
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ours = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(draft, ours);
        Files.writeString(draft, Base64.getEncoder().encodeToString(key), StandardCharsets.US_ASCII);
        try {
            Files.move(draft, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(draft); // another node on the same folder was first
        }
    }
}
