package rhytid.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePhotoStoreTest extends PhotoStoreContract {

    @TempDir
    Path folder;

    private FilePhotoStore store;

    @BeforeEach
    void open() {
        store = new FilePhotoStore(folder.resolve("photos"));
        store.prepare();
    }

    @Override
    PhotoStore store() {
        return store;
    }

    @Override
    void damage(Shelf shelf, String key) {
        try {
            Files.write(file(shelf, key), new byte[] {0}, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Shelf shelf, String key) {
        return folder.resolve("photos").resolve(shelf.key()).resolve(key);
    }

    @Test
    void nobodyElseOnTheMachineMayLook() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("photos"))))
                .isEqualTo("rwx------");
    }

    @Test
    void leavesNoDraftAndNoEmptyFolderBehind() throws IOException {
        store.put(Shelf.PICTURES, "patient/photo", new byte[] {1}, "image/jpeg");
        store.delete(Shelf.PICTURES, "patient/photo");
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(file(Shelf.PICTURES, "patient")).doesNotExist();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsAClearError() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> new FilePhotoStore(file.resolve("photos")).prepare())
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("photos");
    }
}
