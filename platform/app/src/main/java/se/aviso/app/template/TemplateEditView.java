package se.aviso.app.template;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.dispatch.SampleMail;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.Caller;
import se.aviso.app.wording.SetWording;
import se.aviso.app.wording.WordingBodies;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;
import se.aviso.pagewriter.Preview;
import se.aviso.wording.PaperKind;
import se.aviso.wording.PaperLanguage;
import se.aviso.wording.Wording;
import se.aviso.wording.WordingField;

/** The texts of one kind of a group's documents in one language, with a sample that shows them as they are typed. */
@Named
@ViewScoped
@Screen(path = "/template/edit.xhtml", needs = Permission.GROUP_READ)
public class TemplateEditView implements Serializable {
    @Inject
    transient SetWording wording;

    @Inject
    transient ShowSample preview;

    @Inject
    transient Caller caller;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    Texts texts;

    private @Nullable GroupId group;
    private PaperKind kind = PaperKind.FIRST;
    private int level = Wording.ALL_LEVELS;
    private PaperLanguage language = PaperLanguage.SV;
    private final Map<String, @Nullable String> written = new HashMap<>();
    private String member = "";
    private long version;
    private transient SetWording.@Nullable Seen seen;
    private transient SampleMail.@Nullable Read mail;

    @PostConstruct
    void load() {
        kind = address.constant("kind", PaperKind.class).orElse(kind);
        level = address.text("level")
                .filter(text -> text.matches("[0-9]"))
                .map(Integer::valueOf)
                .filter(each -> Wording.has(kind, each))
                .orElse(level);
        language = address.constant("language", PaperLanguage.class).orElse(language);
        group = address.id("id").map(GroupId::new).orElse(null);
        if (!isKnown()) {
            Absent.answer();
            return;
        }
        version = seen().version();
        for (var field : kind.fields()) {
            var own = Optional.ofNullable(seen().own().get(place(field)));
            written.put(WordingBodies.name(field), own.orElse(""));
        }
    }

    /** True when there is such a group and the user may see it. */
    public boolean isKnown() {
        if (seen == null && group != null) {
            seen = wording.find(group).orElse(null);
        }
        return seen != null;
    }

    private SetWording.Seen seen() {
        if (!isKnown()) {
            throw new IllegalStateException("the group is gone");
        }
        return Objects.requireNonNull(seen);
    }

    /** Says what is wrong with what is typed; the sample is drawn anew with it. */
    @ActNeeds(Permission.GROUP_READ)
    public void draw() {
        mail = null;
        notices.attempt(() -> preview.pdf(wish(number()), typed()), texts.get("template.notDrawn"));
    }

    /** Keeps what is typed; what the group says on other documents stays. */
    @ActNeeds(Permission.GROUP_WRITE)
    public void save() {
        mail = null;
        if (notices.attempt(this::keep, texts.get("template.not"))) {
            notices.done(texts.get("template.done"));
            seen = null;
            version = seen().version();
        }
    }

    private void keep() {
        var typed = typed();
        var all = new HashMap<>(seen().own());
        kind.fields().forEach(field -> all.remove(place(field)));
        all.putAll(typed);
        wording.set(Objects.requireNonNull(group), this::requireSame, all);
    }

    private void requireSame(long current) {
        if (current != version) {
            throw RuleViolation.of("changed-meanwhile", Map.of());
        }
    }

    private ShowSample.Wish wish(Optional<Long> of) {
        return new ShowSample.Wish(Objects.requireNonNull(group), kind, level, language, of);
    }

    private <T> T sample(BiFunction<ShowSample.Wish, Map<Wording.Place, String>, T> write) {
        try {
            return write.apply(wish(number()), typed());
        } catch (RuleViolation wrong) {
            return write.apply(wish(Optional.empty()), seen().own()); // it is said beside the field
        }
    }

    private Map<Wording.Place, String> typed() {
        return WordingBodies.TextsBody.of(
                        kind, level, language, field -> Optional.ofNullable(written.get(WordingBodies.name(field))))
                .read();
    }

    private Optional<Long> number() {
        return MemberNumbers.read(member);
    }

    private Wording.Place place(WordingField field) {
        return new Wording.Place(kind, level, language, field);
    }

    /** What holds where the group says nothing itself, and from where. */
    public String otherwise(WordingField field) {
        return new OtherWords(seen(), texts).at(place(field), preview.shipped(place(field)));
    }

    /** How many own texts the group has on documents of that kind, in both languages. */
    public long count(PaperKind of) {
        return count(place -> place.kind() == of);
    }

    /** How many of them are for that level. */
    public long countOnLevel(int of) {
        return count(place -> place.kind() == kind && place.level() == of);
    }

    private long count(Predicate<Wording.Place> counted) {
        return seen().own().keySet().stream().filter(counted).count();
    }

    /** The levels that documents of this kind come in, the first stands for all; none where there are no levels. */
    public List<Integer> getLevels() {
        return seen().whole().levels(kind, Math.max(level, preview.levels()));
    }

    public int getLevel() {
        return level;
    }

    /** True when the user may see members, whose names are on what is hardest to fit. */
    public boolean isLooking() {
        return caller.may(Permission.MEMBER_READ);
    }

    /** True when the user may draw the page round the texts. */
    public boolean isDrawing() {
        return caller.may(Permission.SETTING_WRITE);
    }

    /** The group. */
    public Group getGroup() {
        return seen().group();
    }

    public List<PaperKind> getKinds() {
        return List.of(PaperKind.values());
    }

    public List<PaperLanguage> getLanguages() {
        return List.of(PaperLanguage.values());
    }

    public PaperKind getKind() {
        return kind;
    }

    public PaperLanguage getLanguage() {
        return language;
    }

    /** True when the user may set the texts. */
    public boolean isWriting() {
        return seen().writing();
    }

    /** The sample's first page, as an address that holds it whole; it is not kept. */
    public String getPicture() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(Preview.png(sample(preview::pdf)));
    }

    /** The message that carries the sample; only of a kind that is sent. */
    public SampleMail.Read getMail() {
        var shown = Optional.ofNullable(mail).orElseGet(() -> sample(preview::mail));
        mail = shown;
        return shown;
    }

    /** What is typed, by the names that texts have in JSON. */
    public Map<String, @Nullable String> getWritten() {
        return written;
    }

    public String getMember() {
        return member;
    }

    public void setMember(@Nullable String member) {
        this.member = Optional.ofNullable(member).orElse("");
    }
}
