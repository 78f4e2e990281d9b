package rhytid.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One line of the goals' table.
 *
 * @param id under which {@code held.json} remembers it; stays the same from version to version
 * @param what is measured, on what
 * @param figure NaN where none could be had, which holds no goal
 * @param samples how many values the figure is made of
 * @param anchor what others reach, or what else the figure is to be seen beside; empty where there is nothing
 * @param parts the figure of each part, for example by skin tone; empty where it is not taken apart
 */
public record GoalRow(
        String id, String what, Goal goal, double figure, int samples, String anchor, Map<String, Part> parts) {

    /** @param samples how many values this part's figure is made of */
    public record Part(double figure, int samples) {}

    public GoalRow {
        parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    public static GoalRow of(String id, String what, Goal goal, double figure, int samples) {
        return new GoalRow(id, what, goal, figure, samples, "", Map.of());
    }

    public GoalRow anchor(String other) {
        return new GoalRow(id, what, goal, figure, samples, other, parts);
    }

    public GoalRow parts(Map<String, Part> others) {
        return new GoalRow(id, what, goal, figure, samples, anchor, others);
    }

    boolean held() {
        return goal.isSet() && goal.holds(figure);
    }
}
