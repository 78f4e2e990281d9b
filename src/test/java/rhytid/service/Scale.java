package rhytid.service;

import java.nio.file.Path;

/**
 * Measures the service at the size of a clinic. Usage: {@code rhytid.service.Scale PART [ARGUMENT...]}; what is made
 * for it lies in {@code target/scale}.
 */
public final class Scale {

    static final Path FOLDER = Path.of("target", "scale");

    private Scale() {}

    public static void main(String[] args) throws Exception {
        String part = args.length > 0 ? args[0] : "pages";
        switch (part) {
            case "grow" -> GrownClinic.in(FOLDER.resolve("clinic"));
            case "pages" -> PageTimes.measure(FOLDER.resolve("clinic"), number(args, 1, 60), number(args, 2, 40));
            case "memory" -> FlatMemory.measure(number(args, 1, 1000));
            case "rows" -> ManyRows.measure(FOLDER.resolve("rows"), number(args, 1, 10_000_000));
            case "triggers" -> TriggerCost.measure(number(args, 1, 15));
            case "processes" -> Throughput.ofProcesses(number(args, 1, 60));
            case "nodes" -> Throughput.ofNodes(number(args, 1, 3000), number(args, 2, 20));
            default -> throw new IllegalArgumentException("no such part: " + part);
        }
        System.exit(0);
    }

    private static int number(String[] args, int place, int usual) {
        return args.length > place ? Integer.parseInt(args[place]) : usual;
    }
}
