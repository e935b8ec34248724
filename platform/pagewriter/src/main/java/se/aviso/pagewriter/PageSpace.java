package se.aviso.pagewriter;

import com.openhtmltopdf.layout.LayoutContext;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where what was laid out in one long strip of dots stands on pages. */
record PageSpace(List<PageBox> pages, LayoutContext context, float dotsPerPoint) {
    PageSpace {
        pages = List.copyOf(pages);
    }

    int pageCount() {
        return pages.size();
    }

    /** How high a page is, in points. */
    float height(int page) {
        return points(pages.get(page).getHeight(context));
    }

    /** A length in points. */
    float points(int dots) {
        return dots / dotsPerPoint;
    }

    /** How high above the foot of its page a place is, in points. */
    float fromFoot(int page, int absoluteY) {
        var box = pages.get(page);
        var top = absoluteY - box.getTop() + box.getMarginBorderPadding(context, 3);
        return points(box.getHeight(context) - top);
    }

    /** How far from the left edge of its page a place is, in points. */
    float fromLeft(int page, int absoluteX) {
        return points(absoluteX + pages.get(page).getMarginBorderPadding(context, 1));
    }

    /** On which page the elements stand from which layers were cut, by the layers' numbers. */
    Map<Integer, Integer> slots(Boxes boxes) {
        var slots = new HashMap<Integer, Integer>();
        for (var box : boxes.withSlots()) {
            for (var slot : Objects.requireNonNull(box.getElement())
                    .getAttribute(Layers.SLOTS)
                    .split(" ", -1)) {
                slots.put(Integer.parseInt(slot), page(box));
            }
        }
        return slots;
    }

    /** Where the boxes that are marked as layers stand on their pages; none of those that the flow carries. */
    List<String> marked(Boxes boxes) {
        return boxes.marked().stream()
                .map(box -> box.getStyle().isAbsolute() + " " + box.getAbsX() + ","
                        + (box.getAbsY() - pages.get(page(box)).getTop()) + "," + box.getWidth() + ","
                        + box.getHeight())
                .toList();
    }

    /** On which page a box begins. */
    int page(Box box) {
        for (var page = 0; page < pages.size(); page++) {
            if (box.getAbsY() < pages.get(page).getBottom()) {
                return page;
            }
        }
        return pages.size() - 1;
    }
}
