package se.aviso.app.template;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.ViewScoped;
import se.aviso.access.Permission;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.Drawing;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.ActNeeds;
import se.aviso.app.screen.Address;
import se.aviso.app.screen.Notices;
import se.aviso.app.screen.Screen;
import se.aviso.app.screen.SentFile;
import se.aviso.app.screen.Texts;
import se.aviso.group.Group;
import se.aviso.kernel.GroupId;
import se.aviso.kernel.RuleViolation;
import se.aviso.pagewriter.Preview;
import se.aviso.wording.PaperKind;
import se.aviso.wording.PaperLanguage;
import se.aviso.wording.Wording;

/** The page that a group draws for its documents in HTML and CSS, with a sample of what is typed. */
@Named
@ViewScoped
@Screen(path = "/template/own.xhtml", needs = Permission.SETTING_WRITE)
public class OwnTemplateView implements Serializable {
    @Inject
    transient SetTemplate template;

    @Inject
    transient TryTemplate trying;

    @Inject
    Address address;

    @Inject
    Notices notices;

    @Inject
    SentFile sentFile;

    @Inject
    Texts texts;

    private @Nullable GroupId group;
    private PaperKind kind = PaperKind.FIRST;
    private PaperLanguage language = PaperLanguage.SV;
    private DocumentData.Look look = DocumentData.Look.LUFTIG;
    private String html = "";
    private String css = "";
    private String member = "";
    private long version;
    private transient @Nullable Part file;
    private transient SetTemplate.@Nullable Seen seen;

    @PostConstruct
    void load() {
        kind = address.constant("kind", PaperKind.class).orElse(kind);
        language = address.constant("language", PaperLanguage.class).orElse(language);
        group = address.id("id").map(GroupId::new).orElse(null);
        if (!isKnown()) {
            Absent.answer();
            return;
        }
        version = seen().version();
        var drawing = seen().drawing();
        look = drawing.look();
        html = drawing.html();
        css = drawing.css();
    }

    /** True when there is such a group and the user may see it. */
    public boolean isKnown() {
        if (seen == null && group != null) {
            seen = template.find(group).orElse(null);
        }
        return seen != null;
    }

    private SetTemplate.Seen seen() {
        if (!isKnown()) {
            throw new IllegalStateException("the group is gone");
        }
        return Objects.requireNonNull(seen);
    }

    /** Says what is wrong with what is typed; the sample is drawn anew with it. */
    @ActNeeds(Permission.SETTING_WRITE)
    public void draw() {
        notices.attempt(() -> trying.pdf(wish(number()), typed()), texts.get("template.notDrawn"));
    }

    /** Takes what stands in a file in the place of what is typed; nothing is kept yet. */
    @ActNeeds(Permission.SETTING_WRITE)
    public void take() {
        var sent = file;
        var nothing = sentFile.nothing(sent, "template.own.noFile");
        if (sent == null || nothing.isPresent()) {
            notices.failed(nothing.orElse(""), texts.get("template.not"), "");
            return;
        }
        try (var stream = sent.getInputStream()) {
            var text = new String(stream.readNBytes(4 * Drawing.MOST + 1), StandardCharsets.UTF_8);
            if (isSheet(sent)) {
                css = text;
            } else {
                html = text;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        draw();
    }

    private static boolean isSheet(Part sent) {
        return Optional.ofNullable(sent.getSubmittedFileName()).orElse("").endsWith(".css");
    }

    /** Keeps what is typed as the next version. */
    @ActNeeds(Permission.SETTING_WRITE)
    public void save() {
        if (notices.attempt(
                () -> trying.set(Objects.requireNonNull(group), this::requireSame, typed()),
                texts.get("template.not"))) {
            notices.done(texts.get("template.own.done"));
            seen = null;
            version = seen().version();
        }
    }

    private void requireSame(long current) {
        if (current != version) {
            throw RuleViolation.of("changed-meanwhile", Map.of());
        }
    }

    private ShowSample.Wish wish(Optional<Long> of) {
        return new ShowSample.Wish(Objects.requireNonNull(group), kind, Wording.ALL_LEVELS, language, of);
    }

    private Optional<Long> number() {
        return MemberNumbers.read(member);
    }

    private Drawing typed() {
        return new Drawing(look, html, css);
    }

    /**
     * The sample's first page, as an address that holds it whole: of what is typed, of what is kept where the typed has
     * faults, and of the page to begin with where a later release finds faults in what is kept. Where the member is
     * nobody's to see, it is written to an invented person.
     */
    public String getPicture() {
        return sample(typed(), this::number)
                .or(() -> Stream.of(typed(), seen().drawing(), Drawing.start())
                        .flatMap(drawing -> sample(drawing, Optional::empty).stream())
                        .findFirst())
                .map(pdf -> "data:image/png;base64," + Base64.getEncoder().encodeToString(Preview.png(pdf)))
                .orElse("");
    }

    private Optional<byte[]> sample(Drawing drawing, Supplier<Optional<Long>> of) {
        try {
            return Optional.of(trying.pdf(wish(of.get()), drawing));
        } catch (RuleViolation saidBesideTheField) {
            return Optional.empty();
        }
    }

    /** The group. */
    public Group getGroup() {
        return seen().group();
    }

    /** True when the tenant has bought pages of its own. */
    public boolean isOpen() {
        return seen().isOpen();
    }

    /** The version that the group has now; 0 where it has drawn none. */
    public long getVersion() {
        return version;
    }

    public List<PaperLanguage> getLanguages() {
        return List.of(PaperLanguage.values());
    }

    public List<PaperKind> getKinds() {
        return List.of(PaperKind.values());
    }

    public PaperKind getKind() {
        return kind;
    }

    public PaperLanguage getLanguage() {
        return language;
    }

    /** The shipped looks. */
    public List<DocumentData.Look> getLooks() {
        return List.of(DocumentData.Look.values());
    }

    public String getLook() {
        return look.name();
    }

    public void setLook(@Nullable String name) {
        getLooks().stream().filter(each -> each.name().equals(name)).forEach(each -> look = each);
    }

    public String getHtml() {
        return html;
    }

    public void setHtml(@Nullable String text) {
        html = Objects.requireNonNullElse(text, "");
    }

    public String getCss() {
        return css;
    }

    public void setCss(@Nullable String text) {
        css = Objects.requireNonNullElse(text, "");
    }

    public String getMember() {
        return member;
    }

    public void setMember(@Nullable String number) {
        member = Objects.requireNonNullElse(number, "");
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part chosen) {
        file = chosen;
    }
}
