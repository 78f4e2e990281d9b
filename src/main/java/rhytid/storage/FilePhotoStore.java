package rhytid.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Objects as files below one folder. A file is written beside its place, forced to disk, renamed into place at once,
 * and then its folder is forced too: after a loss of power it is there whole or not at all.
 */
public final class FilePhotoStore implements PhotoStore {

    private final Path root;
    private final Path unfinished;

    public FilePhotoStore(Path root) {
        this.root = root.toAbsolutePath();
        this.unfinished = this.root.resolve("unfinished");
    }

    @Override
    public void prepare() {
        try {
            for (Shelf shelf : Shelf.values()) {
                makeFolder(root.resolve(shelf.key()));
            }
            makeFolder(unfinished);
            ownerOnly(root);
            forceFolder(root);
        } catch (IOException e) {
            throw new StoreUnavailable("cannot prepare the photo folder " + root + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Digest put(Shelf shelf, String key, byte[] content, String contentType) {
        Path place = place(shelf, key);
        Path draft = unfinished.resolve(UUID.randomUUID().toString());
        try {
            makeFolder(folderOf(place));
            try (FileChannel file = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(folderOf(place));
        } catch (IOException e) {
            discard(draft, e);
            throw new StoreUnavailable("cannot keep " + key + ": " + e.getMessage(), e);
        }
        return Digest.of(content);
    }

    @Override
    public byte[] read(Shelf shelf, String key, Digest expected) {
        byte[] content;
        try {
            content = Files.readAllBytes(place(shelf, key));
        } catch (NoSuchFileException e) {
            throw new ObjectMissing(shelf, key);
        } catch (IOException e) {
            throw new StoreUnavailable("cannot read " + key + ": " + e.getMessage(), e);
        }
        Digest found = Digest.of(content);
        if (!found.equals(expected)) {
            throw new ObjectDamaged(shelf, key, expected, found);
        }
        return content;
    }

    @Override
    public void delete(Shelf shelf, String key) {
        Path place = place(shelf, key);
        try {
            if (Files.deleteIfExists(place)) {
                forceFolder(folderOf(place));
                deleteIfEmpty(folderOf(place), root.resolve(shelf.key()));
            }
        } catch (IOException e) {
            throw new StoreUnavailable("cannot delete " + key + ": " + e.getMessage(), e);
        }
    }

    @Override
    public List<String> list(Shelf shelf, String prefix) {
        Path folder = root.resolve(shelf.key());
        int slash = prefix.lastIndexOf('/');
        Path start = slash < 0 ? folder : folder.resolve(ObjectKey.checked(prefix.substring(0, slash)));
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(key -> key.startsWith(prefix))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new StoreUnavailable("cannot list " + prefix + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String kind() {
        return "files";
    }

    @Override
    public OptionalLong freeBytes() {
        try {
            return OptionalLong.of(Files.getFileStore(root).getUsableSpace());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    @Override
    public boolean reachable() {
        return Files.isWritable(unfinished);
    }

    @Override
    public void close() {}

    private Path place(Shelf shelf, String key) {
        return root.resolve(shelf.key()).resolve(ObjectKey.checked(key));
    }

    private static Path folderOf(Path place) {
        return Objects.requireNonNull(place.getParent(), "every object lies in a folder");
    }

    /** Makes the folder and forces each new name into the folder above it. */
    private void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            makeFolder(parent);
        }
        Files.createDirectories(folder);
        if (parent != null) {
            forceFolder(parent);
        }
    }

    private static void forceFolder(Path folder) throws IOException {
        if (isPosix(folder)) { // elsewhere a folder cannot be opened, and the file system orders its names itself
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void ownerOnly(Path folder) throws IOException {
        if (isPosix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Two deletions may meet here, or a put: then the folder is needed, or gone. */
    private static void deleteIfEmpty(Path folder, Path stop) throws IOException {
        Path current = folder;
        while (!current.equals(stop)) {
            try {
                Files.deleteIfExists(current);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
            current = folderOf(current);
        }
    }

    private static void discard(Path draft, IOException reason) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
