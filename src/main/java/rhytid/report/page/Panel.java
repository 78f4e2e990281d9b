package rhytid.report.page;

import java.util.List;

/**
 * Everything about one expression.
 *
 * @param key as in comparison.json; also the end of the element ids
 * @param areas the regions, for the layer over the photos
 */
public record Panel(
        String key,
        String name,
        Shot before,
        Shot after,
        List<ZoomSpot> spots,
        MapFigure map,
        List<RegionRow> regions,
        BrowFigure browsBefore,
        BrowFigure browsAfter,
        List<MeasureRow> brows,
        List<MeasureRow> eyelids,
        List<MeasureRow> mouth,
        SymmetryFigure symmetryBefore,
        SymmetryFigure symmetryAfter,
        List<MeasureRow> symmetry,
        List<MeasureRow> skin,
        String alignment) {}
