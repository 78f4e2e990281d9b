package rhytid.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that travel with Rhytid, unpacked once into a folder. */
final class PostgresBinaries {

    /** Changes with the version in pom.xml, so that a new program does not find the old one's files. */
    private static final String VERSION = "18.6.0";

    private PostgresBinaries() {}

    /** The folder with {@code bin/}, {@code lib/} and {@code share/}. */
    static Path unpackInto(Path folder) throws IOException {
        Path ready = folder.resolve("postgresql-" + VERSION);
        if (Files.isDirectory(ready)) {
            return ready;
        }
        Path draft = folder.resolve("unpacking");
        deleteTree(draft);
        Files.createDirectories(draft);
        try (InputStream packed = open();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, draft);
            }
        }
        Files.move(draft, ready, StandardCopyOption.ATOMIC_MOVE);
        return ready;
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path place = folder.resolve(entry.getName()).normalize();
        if (!place.startsWith(folder)) {
            throw new IOException("the archive points outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            return;
        }
        Path parent = place.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, place);
        if (place.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static InputStream open() throws IOException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "");
        String family = system.contains("win") ? "windows" : system.contains("mac") ? "darwin" : "linux";
        List<String> names = processor.equals("aarch64")
                ? List.of("postgres-" + family + "-arm_64.txz")
                : List.of("postgres-" + family + "-x86_64.txz");
        for (String name : names) {
            InputStream found = PostgresBinaries.class.getResourceAsStream("/" + name);
            if (found != null) {
                return found;
            }
        }
        throw new IOException("this build carries no PostgreSQL for " + family + " on " + processor
                + "; point RHYTID_DATABASE_URL at a server");
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
