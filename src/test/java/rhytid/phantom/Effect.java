package rhytid.phantom;

import java.util.HashMap;
import java.util.Map;
import rhytid.face.Expression;
import rhytid.face.Side;
import rhytid.wrinkle.Region;

/**
 * What a treatment (or its absence) did to a phantom.
 *
 * @param linesLeft share of the depth that is left, by region; 1 where it is not named
 * @param lineLeft the same for single lines, by name; goes before the region's
 * @param brows how far the brows hang higher (up positive) than untreated, mm
 * @param lids how far the upper lid margins hang higher (up positive; MRD1), mm
 * @param commissures how far the mouth corners hang higher, mm
 * @param movement share that is left of the movement of an expression; 1 where it is not named
 */
public record Effect(
        Map<Region, Double> linesLeft,
        Map<String, Double> lineLeft,
        Map<Side, BrowShift> brows,
        Map<Side, Double> lids,
        Map<Side, Double> commissures,
        Map<Expression, Double> movement) {

    public static final Effect NONE = new Effect(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public Effect {
        linesLeft = Map.copyOf(linesLeft);
        lineLeft = Map.copyOf(lineLeft);
        brows = Map.copyOf(brows);
        lids = Map.copyOf(lids);
        commissures = Map.copyOf(commissures);
        movement = Map.copyOf(movement);
    }

    public Effect lines(double left, Region... regions) {
        Map<Region, Double> map = new HashMap<>(linesLeft);
        for (Region region : regions) {
            map.put(region, left);
        }
        return new Effect(map, lineLeft, brows, lids, commissures, movement);
    }

    public Effect line(String name, double left) {
        return new Effect(linesLeft, with(lineLeft, name, left), brows, lids, commissures, movement);
    }

    public Effect brow(Side side, BrowShift shift) {
        return new Effect(linesLeft, lineLeft, with(brows, side, shift), lids, commissures, movement);
    }

    public Effect lid(Side side, double mm) {
        return new Effect(linesLeft, lineLeft, brows, with(lids, side, mm), commissures, movement);
    }

    public Effect commissure(Side side, double mm) {
        return new Effect(linesLeft, lineLeft, brows, lids, with(commissures, side, mm), movement);
    }

    public Effect movement(Expression expression, double left) {
        return new Effect(linesLeft, lineLeft, brows, lids, commissures, with(movement, expression, left));
    }

    double left(Crease crease) {
        return lineLeft.getOrDefault(crease.name(), linesLeft.getOrDefault(crease.region(), 1.0));
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> copy = new HashMap<>(map);
        copy.put(key, value);
        return copy;
    }
}
