package rhytid.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhytid.TestDatabase;
import rhytid.app.Backup;
import rhytid.app.Restore;
import rhytid.database.Database;
import rhytid.database.DatabaseAddress;
import rhytid.storage.FilePhotoStore;
import tools.jackson.databind.JsonNode;

/** A backup made beside the running service brings everything back elsewhere. */
class BackupTest {

    @TempDir
    Path folder;

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
