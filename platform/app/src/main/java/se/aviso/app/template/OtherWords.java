package se.aviso.app.template;

import java.util.Optional;
import se.aviso.app.screen.Texts;
import se.aviso.app.wording.SetWording;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.wording.Wording;

/** Tells what stands on a document where the group says nothing itself, and from where. */
record OtherWords(SetWording.Seen seen, Texts texts) {
    /** @param shipped what the product says there */
    String at(Wording.Place place, String shipped) {
        return Optional.ofNullable(seen.without().texts().get(place))
                .or(() -> seen.whole().at(place.onAllLevels()).filter(any -> isOneLevel(place)))
                .map(origin -> told(place, origin))
                .orElseGet(() -> told(shipped));
    }

    private String told(Wording.Place place, Wording.Origin origin) {
        return isOneLevel(place) && origin.group().equals(seen.group().id())
                ? texts.with("template.onAllLevels", origin.text())
                : texts.with("template.inherited", origin.text(), nameOf(origin.group()));
    }

    private String told(String shipped) {
        return shipped.isEmpty() ? texts.get("template.nothing") : texts.with("template.shipped", shipped);
    }

    private static boolean isOneLevel(Wording.Place place) {
        return place.level() != Wording.ALL_LEVELS;
    }

    private String nameOf(GroupId id) {
        return seen.way().stream()
                .filter(on -> on.id().equals(id))
                .map(Group::name)
                .findFirst()
                .orElse("");
    }
}
