package rhytid.bench;

import java.nio.file.Path;
import rhytid.face.Models;

/**
 * What a benchmark works with.
 *
 * @param models those that ship
 * @param shared the folder lent beside the project
 * @param crew finds faces with the shipped models, on all cores
 */
public record Bench(BenchmarkSize size, Models models, Path shared, Crew crew) {}
