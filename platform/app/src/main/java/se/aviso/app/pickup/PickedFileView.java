package se.aviso.app.pickup;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;

/** One file that came for whoever it belongs to: its sections, and what to do with those that are nobody's. */
@Named
@ViewScoped
@Screen(path = "/pickup/file.xhtml", needs = Permission.INSTALLATION_RUN)
public class PickedFileView implements Serializable {
    private static final UUID NONE = new UUID(0, 0);

    @Inject
    transient FindPickedFiles find;

    @Inject
    transient HandOverPickedFile handOver;

    @Inject
    transient SettlePickedFile settle;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private UUID id = NONE;
    private String note = "";

    @PostConstruct
    void load() {
        id = address.id("id").orElse(NONE);
        if (find.find(id).isEmpty()) {
            Absent.answer();
        }
    }

    /** Hands its open sections to those who have their numbers by now. */
    public String handOver() {
        var open = open();
        if (notices.attempt(() -> handOver.handOver(id), texts.get("pickup.notHandedOver"))) {
            var handed = open - open();
            notices.done(
                    texts.with("pickup.handedOver", handed),
                    texts.get(open() == 0 ? "pickup.allHandedOver" : "pickup.someOpen"));
        }
        return here();
    }

    /** Puts it aside. */
    public @Nullable String setAside() {
        if (!notices.attempt(() -> settle.setAside(id, note), texts.get("pickup.notSetAside"))) {
            return null;
        }
        notices.done(texts.get("pickup.setAsideDone"));
        return here();
    }

    private String here() {
        return "/pickup/file.xhtml?faces-redirect=true&id=" + id;
    }

    private long open() {
        return find.parts(id).stream().filter(part -> part.receiver().isEmpty()).count();
    }

    /** The file as it is now; null where there is none. */
    public @Nullable PickedFile getFile() {
        return find.find(id).orElse(null);
    }

    /** Its sections. */
    public List<PickedFile.Part> getParts() {
        return find.parts(id);
    }

    /** True where sections are nobody's. */
    public boolean isOpen() {
        return open() > 0;
    }

    public String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = Objects.requireNonNullElse(note, "");
    }
}
