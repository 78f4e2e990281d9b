package rhytid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

/** compose.yaml against what the program understands. Nothing is started: that needs Docker. */
class ComposeTest {

    private static final Path FILE = Path.of("compose.yaml");
    private static final Pattern SECRET = Pattern.compile("\\$\\{(\\w+)");

    private final Map<String, Map<String, Object>> services = services();

    @Test
    void twoNodesADatabaseAStoreAndAProxy() {
        assertThat(services).containsOnlyKeys("node-1", "node-2", "proxy", "postgres", "minio");
        assertThat(value("proxy", "command").toString()).contains("node-1:8080", "node-2:8080");
        assertThat(value("proxy", "ports")).isEqualTo(List.of("8080:8080"));
        assertThat(services.values())
                .filteredOn(service -> service.containsKey("ports"))
                .as("nothing but the proxy is reached from outside")
                .hasSize(1);
    }

    @Test
    void imagesArePinned() {
        services.forEach((name, service) -> {
            if (!service.containsKey("build")) {
                assertThat(value(name, "image").toString())
                        .as(name)
                        .matches(".+:(\\d+\\.\\d+.*|RELEASE\\..+)")
                        .doesNotContain("latest");
            }
        });
    }

    @Test
    void nodesAreRunWithOptionsAndVariablesThatThereAre() {
        ServeCommand options = new ServeCommand((command, version) -> {});
        CommandLine line = new CommandLine(options);
        TreeSet<String> known = new TreeSet<>();
        line.getCommandSpec().options().forEach(o -> known.add(EnvironmentDefaults.variableOf(o.longestName())));
        for (String node : List.of("node-1", "node-2")) {
            assertThat(known).containsAll(environment(node).keySet());
            List<?> command = (List<?>) value(node, "command");
            assertThat(command.getFirst()).isEqualTo("serve");
            line.parseArgs(command.stream().skip(1).map(Object::toString).toArray(String[]::new));
            assertThat(options.behindProxy).isTrue();
            assertThat(value(node, "read_only")).isEqualTo(true);
        }
        assertThat(String.valueOf(environment("node-1").get("RHYTID_DATABASE_URL")))
                .contains("//postgres:5432/");
        assertThat(environment("node-1").get("RHYTID_S3_ENDPOINT")).hasToString("http://minio:9000");
    }

    @Test
    void nodesCanGainNothingAndWriteNothingButToTheirMemory() {
        for (String node : List.of("node-1", "node-2")) {
            assertThat(value(node, "read_only")).isEqualTo(true);
            assertThat(value(node, "tmpfs")).isEqualTo(List.of("/tmp"));
            assertThat(value(node, "cap_drop")).isEqualTo(List.of("ALL"));
            assertThat(value(node, "security_opt")).isEqualTo(List.of("no-new-privileges:true"));
            assertThat(service(node))
                    .doesNotContainKeys("privileged", "cap_add", "volumes", "user", "pid", "network_mode");
        }
    }

    @Test
    void theImageRunsAsANumberedUserWithoutRights() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("Dockerfile"));
        List<String> users =
                lines.stream().filter(line -> line.startsWith("USER ")).toList();
        assertThat(users).containsExactly("USER 10001:10001");
        assertThat(lines.subList(lines.indexOf(users.getFirst()), lines.size()))
                .as("nothing is done as root behind it")
                .noneMatch(line -> line.matches("(RUN|COPY|ADD|FROM) .*"));
        assertThat(lines).noneMatch(line -> line.startsWith("ADD ") || line.contains("chmod 777"));
    }

    @Test
    void secretsComeFromOutsideAndTheHeadNamesThem() throws IOException {
        String text = Files.readString(FILE);
        String head = text.substring(0, text.indexOf("x-node"));
        Matcher secrets = SECRET.matcher(text.substring(head.length()));
        while (secrets.find()) {
            assertThat(head).contains(secrets.group(1));
        }
        services.keySet()
                .forEach(name -> environment(name).forEach((variable, value) -> {
                    if (variable.matches(".*(PASSWORD|SECRET).*")) {
                        assertThat(value.toString())
                                .as(variable)
                                .startsWith("${")
                                .endsWith(":?}");
                    }
                }));
    }

    private Map<String, Object> service(String name) {
        return Objects.requireNonNull(services.get(name), name);
    }

    private Object value(String service, String key) {
        return Objects.requireNonNull(service(service).get(key), key);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> environment(String service) {
        return (Map<String, Object>) service(service).getOrDefault("environment", Map.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> services() {
        try {
            Map<String, Object> all = new Yaml(new SafeConstructor()).load(Files.readString(FILE));
            return (Map<String, Map<String, Object>>) Objects.requireNonNull(all.get("services"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
