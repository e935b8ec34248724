package se.aviso.app.template;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.group.LookBodies;
import se.aviso.app.group.SetLook;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.SentFile;
import se.aviso.app.screen.Texts;
import se.aviso.group.BillingField;
import se.aviso.group.PaperLook;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;
import se.aviso.pagewriter.Preview;
import se.aviso.wording.PaperKind;
import se.aviso.wording.PaperLanguage;
import se.aviso.wording.Wording;

/** How all kinds of a group's documents look, or one of them: page, colour and logo, beside their texts. */
@Named
@ViewScoped
public class LookEditView implements Serializable {
    private static final List<String> PAGES = List.of("klassisk", "luftig", "kompakt", BillingField.OWN_LOOK);

    @Inject
    transient SetLook look;

    @Inject
    transient ShowSample preview;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    SentFile sentFile;

    @Inject
    Texts texts;

    private @Nullable GroupId group;
    private @Nullable PaperKind kind;
    private PaperLanguage language = PaperLanguage.SV;
    private String page = "";
    private String accent = "";
    private String slip = "";
    private String codes = "";
    private String member = "";
    private long version;
    private transient @Nullable Part upload;
    private transient SetLook.@Nullable Seen seen;

    @PostConstruct
    void load() {
        group = address.id("id").map(GroupId::new).orElse(null);
        language = address.constant("language", PaperLanguage.class).orElse(language);
        refresh();
    }

    private void refresh() {
        seen = null;
        version = seen().version();
        choose();
    }

    private SetLook.Seen seen() {
        var known = seen;
        if (known == null) {
            known = look.find(Objects.requireNonNull(group)).orElseThrow();
            seen = known;
        }
        return known;
    }

    /** Shows what the group has set for the kind that was chosen. */
    @ActNeeds(Permission.GROUP_READ)
    public void choose() {
        page = own(BillingField.TEMPLATE).orElse("");
        accent = own(BillingField.ACCENT).orElse("");
        slip = own(BillingField.SLIP).orElse("");
        codes = own(BillingField.QR).orElse("");
    }

    /** Says what is wrong with what is typed; the sample is drawn anew with it. */
    @ActNeeds(Permission.GROUP_READ)
    public void draw() {
        notices.attempt(() -> MemberNumbers.at("/lookMember", this::sample), texts.get("template.notDrawn"));
    }

    /** Keeps what is typed; how other kinds look stays. */
    @ActNeeds(Permission.GROUP_WRITE)
    public void save() {
        keep(own(BillingField.LOGO));
    }

    /** Takes the kind's own logo away, so that the inherited one holds. */
    @ActNeeds(Permission.GROUP_WRITE)
    public void leaveLogo() {
        keep(Optional.empty());
    }

    private void keep(Optional<String> logo) {
        if (notices.attempt(
                () -> look.set(Objects.requireNonNull(group), this::requireSame, typed(logo)),
                texts.get("template.not"))) {
            notices.done(texts.get("template.dress.done"));
            refresh();
        }
    }

    /** Takes a picture as the logo of the chosen kind; it is painted anew, or refused. */
    @ActNeeds(Permission.GROUP_WRITE)
    public void takeLogo() {
        var sent = upload;
        var nothing = sentFile.nothing(sent, "group.logo.none");
        if (sent == null || nothing.isPresent()) {
            notices.failed(nothing.orElse(""), texts.get("group.logo.not"), "");
        } else if (notices.attempt(() -> setLogo(sent), texts.get("group.logo.not"))) {
            notices.done(texts.get("group.logo.saved"));
            refresh();
        }
    }

    private void setLogo(Part sent) {
        try (InputStream content = sent.getInputStream()) {
            look.setLogo(Objects.requireNonNull(group), Optional.ofNullable(kind), content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void requireSame(long current) {
        if (current != version) {
            throw RuleViolation.of("changed-meanwhile", Map.of());
        }
    }

    private Map<PaperLook.Place, String> typed(Optional<String> logo) {
        var body = new LookBodies.LookBody(
                Optional.ofNullable(kind),
                Optional.of(page),
                Optional.of(accent),
                logo,
                Optional.of(slip),
                Optional.of(codes));
        var all = others();
        all.putAll(body.read());
        return all;
    }

    /** What the group has set for other kinds than the chosen one. */
    private Map<PaperLook.Place, String> others() {
        var others = new HashMap<>(seen().own());
        others.keySet().removeIf(place -> place.kind().equals(Optional.ofNullable(kind)));
        return others;
    }

    private Optional<String> own(BillingField part) {
        return Optional.ofNullable(seen().own().get(new PaperLook.Place(Optional.ofNullable(kind), part)));
    }

    private ShowSample.Wish wish(Optional<Long> of) {
        var shown = Optional.ofNullable(kind).orElse(PaperKind.FIRST);
        return new ShowSample.Wish(Objects.requireNonNull(group), shown, Wording.ALL_LEVELS, language, of);
    }

    /** The sample's first page, as an address that holds it whole; it is not kept. */
    public String getPicture() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(Preview.png(pdf()));
    }

    private byte[] sample() {
        return preview.pdfIn(wish(MemberNumbers.read(member)), typed(own(BillingField.LOGO)));
    }

    private byte[] pdf() {
        try {
            return sample();
        } catch (RuleViolation saidBesideTheField) {
            return preview.pdfIn(wish(Optional.empty()), seen().own());
        }
    }

    /** What holds where the group sets nothing for the chosen kind, and from where. */
    public String otherwise(BillingField part) {
        return new OtherLooks(seen(), texts).at(Optional.ofNullable(kind), part);
    }

    /** True when the logo is the chosen kind's own. */
    public boolean isLogo() {
        return own(BillingField.LOGO).isPresent();
    }

    /** How many parts of a look the group has set for a kind. */
    public long count(PaperKind of) {
        return seen().own().keySet().stream()
                .filter(place -> place.kind().equals(Optional.of(of)))
                .count();
    }

    public List<PaperKind> getKinds() {
        return List.of(PaperKind.values());
    }

    public List<String> getPages() {
        return PAGES;
    }

    /** The chosen kind's name; empty where all kinds are chosen. */
    public String getKind() {
        return Optional.ofNullable(kind).map(PaperKind::name).orElse("");
    }

    public void setKind(@Nullable String name) {
        kind = Arrays.stream(PaperKind.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The kind that is on the sample. */
    public PaperKind getShown() {
        return wish(Optional.empty()).kind();
    }

    public PaperLanguage getLanguage() {
        return language;
    }

    public String getPage() {
        return page;
    }

    public void setPage(@Nullable String name) {
        page = Objects.requireNonNullElse(name, "");
    }

    public String getAccent() {
        return accent;
    }

    public void setAccent(@Nullable String hex) {
        accent = Objects.requireNonNullElse(hex, "");
    }

    public String getSlip() {
        return slip;
    }

    public void setSlip(@Nullable String choice) {
        slip = Objects.requireNonNullElse(choice, "");
    }

    public String getCodes() {
        return codes;
    }

    public void setCodes(@Nullable String choice) {
        codes = Objects.requireNonNullElse(choice, "");
    }

    public String getMember() {
        return member;
    }

    public void setMember(@Nullable String number) {
        member = Objects.requireNonNullElse(number, "");
    }

    public @Nullable Part getUpload() {
        return upload;
    }

    public void setUpload(@Nullable Part chosen) {
        upload = chosen;
    }
}
