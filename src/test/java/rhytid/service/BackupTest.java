package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhytid.TestDatabase;
import rhytid.app.Backup;
import rhytid.app.Restore;
import rhytid.database.Database;
import rhytid.database.DatabaseAddress;
import rhytid.storage.FilePhotoStore;
import rhytid.storage.PhotoStore;
import tools.jackson.databind.JsonNode;

/** A backup made beside the running service brings everything back elsewhere. */
class BackupTest {

    @TempDir
    Path folder;

    /** A patient is erased the moment the backup has read the tables and begins with the objects. */
    @Test
    void anErasureMeanwhileWaitsWithTheObjectsUntilTheBackupIsWhole() throws Exception {
        Path file = folder.resolve("backup.zip");
        DatabaseAddress empty = TestDatabase.create();
        try (TestNode node = TestNode.start();
                Database database = Database.open(node.database, 2);
                FilePhotoStore files = new FilePhotoStore(node.folder.resolve("photos"))) {
            HttpCalls admin = node.admin();
            String patient = Cast.compared(admin).get("patientId").asString();
            AtomicBoolean erased = new AtomicBoolean();
            PhotoStore meeting = (PhotoStore) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {PhotoStore.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("read") && !erased.getAndSet(true)) {
                            admin.delete("/patients/" + patient).is(204);
                        }
                        return method.invoke(files, arguments);
                    });
            new Backup(database.dataSource(), meeting).writeTo(file);
            assertThat(erased).isTrue();
            assertThat(objects(node)).as("wait for the next sweep").isNotEmpty();
            Cast.visit(admin, Cast.patient(admin), 50);
            String photo = admin.upload(
                            "/visits/" + Cast.visit(admin, Cast.patient(admin), 51) + "/photos/rest",
                            FakeLine.photo(52))
                    .is(200)
                    .id();
            admin.delete("/photos/" + photo).is(204); // sweeps
            assertThat(objects(node)).as("two photos in four forms").hasSize(8);
            try (TestNode restored = TestNode.start(empty, "--no-admin");
                    Database into = Database.open(empty, 2);
                    FilePhotoStore store = new FilePhotoStore(restored.folder.resolve("photos"))) {
                new Restore(into.dataSource(), store).readFrom(file);
                restored.admin().get("/patients/" + patient).is(200);
            }
        }
    }

    private static List<Path> objects(TestNode node) throws IOException {
        try (Stream<Path> files = Files.walk(node.folder.resolve("photos"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatWasBackedUpWhileRunningIsThereAfterTheRestore() throws Exception {
        Path file = folder.resolve("backup.zip");
        JsonNode compared;
        try (TestNode node = TestNode.start();
                Database database = Database.open(node.database, 2);
                FilePhotoStore store = new FilePhotoStore(node.folder.resolve("photos"))) {
            compared = Cast.compared(node.admin());
            new Backup(database.dataSource(), store).writeTo(file);
            assertThatThrownBy(() -> new Restore(database.dataSource(), store).readFrom(file))
                    .hasMessageContaining("there is data already");
        }
        DatabaseAddress empty = TestDatabase.create();
        try (TestNode restored = TestNode.start(empty, "--no-admin");
                Database database = Database.open(empty, 2);
                FilePhotoStore store = new FilePhotoStore(restored.folder.resolve("photos"))) {
            new Restore(database.dataSource(), store).readFrom(file);
            HttpCalls admin = restored.admin();
            JsonNode again = admin.get("/comparisons/" + compared.get("id").asString())
                    .is(200)
                    .json();
            assertThat(again).isEqualTo(compared);
            admin.get(again.at("/images/0/url").asString()).is(200);
            JsonNode photos = admin.get("/visits/" + again.get("baselineVisit").asString() + "/photos")
                    .json();
            assertThat(admin.get("/photos/" + photos.at("/items/0/id").asString() + "/original")
                            .is(200)
                            .bytes())
                    .isEqualTo(FakeLine.photo(40));
            assertThat(admin.get("/audit").json().get("items").size()).isGreaterThan(5);
        }
    }
}
