package rhytid.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rhytid.SharedData;

class ModelsTest {

    private static final byte[] NETWORK = "a network".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void readsWhatTheCardsSay() throws IOException {
        write("detection", "finder", Model.sha256(NETWORK));
        write("landmarks", "mesh", Model.sha256(NETWORK));
        Models models = Models.open(folder);
        assertThat(models.all()).hasSize(2);
        Model mesh = models.landmarks();
        assertThat(mesh.name()).isEqualTo("mesh");
        assertThat(mesh.version()).isEqualTo("1.2.0");
        assertThat(mesh.licence()).isEqualTo("Apache-2.0");
        assertThat(mesh.input()).isEqualTo(new Model.Input(160, 0.5, true));
        assertThat(mesh.output("points")).isEqualTo("p");
        assertThat(mesh.output("presence")).isEqualTo("presence");
        assertThat(mesh.cropScale()).isEqualTo(1.6);
        assertThat(mesh.sha256()).isEqualTo(Model.sha256(NETWORK));
    }

    @Test
    void aDamagedNetworkIsNamedWithBothSums() throws IOException {
        write("detection", "finder", Model.sha256(NETWORK));
        write("landmarks", "mesh", "0".repeat(64));
        assertThatThrownBy(() -> Models.open(folder))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("mesh.onnx")
                .hasMessageContaining("damaged")
                .hasMessageContaining(Model.sha256(NETWORK));
    }

    @Test
    void aNetworkThatIsNotThereIsNamed() throws IOException {
        write("landmarks", "mesh", Model.sha256(NETWORK));
        Files.delete(folder.resolve("landmarks_mesh/mesh.onnx"));
        assertThatThrownBy(() -> Models.open(folder))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("mesh.onnx is missing");
    }

    @Test
    void aTaskWithoutModelIsNamed() throws IOException {
        write("landmarks", "mesh", Model.sha256(NETWORK));
        assertThatThrownBy(() -> Models.open(folder))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("has no model for detection");
    }

    @Test
    void twoModelsForATaskAreOneTooMany() throws IOException {
        write("detection", "finder", Model.sha256(NETWORK));
        write("landmarks", "mesh", Model.sha256(NETWORK));
        write("landmarks", "other", Model.sha256(NETWORK));
        assertThatThrownBy(() -> Models.open(folder))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("several models for landmarks");
    }

    @Test
    void aCardThatIsNoJsonIsNamed() throws IOException {
        Path card = Files.createDirectories(folder.resolve("landmarks_mesh")).resolve("model.json");
        Files.writeString(card, "{ name: ");
        assertThatThrownBy(() -> Models.open(folder))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("model.json is no JSON");
    }

    @Test
    void aFolderThatIsNotThereIsNamedWithWhatToDo() {
        assertThatThrownBy(() -> Models.open(folder.resolve("nowhere")))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("nowhere is no folder of models")
                .hasMessageContaining("--models");
    }

    @Test
    void aFileThatIsNoNetworkIsRefusedWhenLoaded() throws IOException {
        write("detection", "finder", Model.sha256(NETWORK));
        write("landmarks", "mesh", Model.sha256(NETWORK));
        Models models = Models.open(folder);
        assertThatThrownBy(() -> new FaceFinder(models))
                .isInstanceOf(UnusableModelException.class)
                .hasMessageContaining("cannot be loaded");
    }

    @Test
    void publishedFilesNeedNoCard() {
        Models models = Models.open(SharedData.require("models"));
        assertThat(models.landmarks().name()).isEqualTo("mediapipe-face-mesh");
        assertThat(models.landmarks().sha256()).startsWith("c7d54204");
        assertThat(models.detection().name()).isEqualTo("yunet");
        assertThat(models.detection().sha256()).startsWith("8f2383e4");
    }

    private void write(String task, String name, String sha256) throws IOException {
        Path own = Files.createDirectories(folder.resolve(task + "_" + name));
        Files.write(own.resolve(name + ".onnx"), NETWORK);
        Files.writeString(own.resolve("model.json"), """
                {"name": "%s", "task": "%s", "version": "1.2.0", "file": "%s.onnx", "sha256": "%s", "bytes": 9,
                 "licence": "Apache-2.0", "origin": "a test", "input": {"size": 160, "scale": 0.5, "channels": "RGB"},
                 "outputs": {"points": "p"}, "crop": {"scale": 1.6}}
                """.formatted(name, task, name, sha256));
    }
}
