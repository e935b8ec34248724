package se.aviso.group;

import java.util.Optional;

/** A group and the one that it is to stand under from now on. */
public record GroupMove(Group moved, Group target) {
    /** Why a group does not go to a place; the name in small letters is the code of its text. */
    public enum Refusal {
        /** It stands there already. */
        MOVE_TO_SAME_PLACE,
        /** The place lies in what is to be moved. */
        MOVE_INTO_ITSELF,
        /** A group of its kind does not stand under one of that kind. */
        BAD_PLACE
    }

    /** Why it cannot go there; nothing when it can. */
    public Optional<Refusal> refusal() {
        if (moved.place().parent().filter(target.id()::equals).isPresent()) {
            return Optional.of(Refusal.MOVE_TO_SAME_PLACE);
        }
        if (moved.place().contains(target.place().path())) {
            return Optional.of(Refusal.MOVE_INTO_ITSELF);
        }
        return moved.kind().mayStandUnder(Optional.of(target.kind()))
                ? Optional.empty()
                : Optional.of(Refusal.BAD_PLACE);
    }
}
