package se.aviso.app.signup;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.aviso.app.screen.Absent;
import se.aviso.app.screen.Desk;
import se.aviso.app.screen.PublicScreen;
import se.aviso.app.screen.Texts;
import se.aviso.app.security.CallerAddress;
import se.aviso.app.security.RateLimit;
import se.aviso.app.tenancy.Tenancy;
import se.aviso.app.web.HttpProblem;
import se.aviso.app.web.ProblemTexts;
import se.aviso.kernel.Money;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.pricing.PriceList;

/**
 * The public form of a group. It keeps nothing between requests: what was typed comes with each of them, so a form can
 * stay open as long as its ticket is good.
 */
@Named
@RequestScoped
@PublicScreen(path = "/public/join.xhtml", perMinute = 120)
public class JoinView {
    private static final int SENT_PER_MINUTE = 10;
    private static final int PLAUSIBLE_YEARS = 30;

    @Inject
    FormDirectory forms;

    @Inject
    ShowForm show;

    @Inject
    ReceiveSignUp receive;

    @Inject
    PriceSignUp prices;

    @Inject
    HandedOut tickets;

    @Inject
    RateLimit limit;

    @Inject
    CallerAddress callers;

    @Inject
    Desk desk;

    @Inject
    Texts texts;

    @Inject
    HttpServletRequest request;

    private final JoinForm form = new JoinForm();
    private final List<String> troubles = new ArrayList<>();
    private String slug = "";
    private String ticket = "";
    private String firstFault = "";
    private FormDirectory.@Nullable Form directory;
    private ShowForm.@Nullable Face face;
    private List<ShowForm.Offer> offers = List.of();

    @PostConstruct
    void load() {
        slug = parameter("group");
        var found = forms.find(slug);
        if (found.isEmpty()) {
            Absent.answer();
            return;
        }
        speak();
        directory = found.get();
        Tenancy.within(found.get().tenant(), this::loadForm);
    }

    /** What decides which fields there are is known before Faces reads the others. */
    private void loadForm() {
        face = show.face(Objects.requireNonNull(directory).group());
        offers = show.offers(face.group(), desk.getLanguage());
        form.setType(offers.size() == 1 ? offers.get(0).slug() : parameter("type"));
        form.setBorn(parameter("born"));
        ways().stream().filter(way -> way.name().equals(parameter("way"))).forEach(form::setWay);
        ticket = parameter("ticket").isEmpty() ? handedOut() : parameter("ticket");
    }

    /** The language is changed with what is typed, so that none of it is lost. */
    private void speak() {
        var wanted = parameter("language");
        if (!wanted.isEmpty()) {
            desk.speak(wanted);
            FacesContext.getCurrentInstance().getViewRoot().setLocale(desk.getLocale());
        }
    }

    /** The ticket that the visitor has for this form, unless it is old or another person is to join. */
    private String handedOut() {
        return tickets.ticket(slug)
                .filter(known -> parameter("another").isEmpty() && show.isGood(known, slug))
                .orElseGet(this::freshTicket);
    }

    private String freshTicket() {
        var fresh = show.ticket(slug);
        tickets.note(slug, fresh);
        return fresh;
    }

    /** Somebody has left a field: what is wrong with it is said there, unless it is still empty. */
    public void leave(String field) {
        if (!parameter(field).isBlank()) {
            JoinFaults.at(field, faults()).forEach(fault -> say(field, fault));
        }
    }

    /** Sends the form; the invoice is shown by a page of its own, so that loading it again sends nothing. */
    public @Nullable String submit() {
        var faults = faults();
        if (!faults.isEmpty()) {
            sayAll(faults);
            return null;
        }
        var wait = limit.secondsUntilFree(callers.of(request) + " join", SENT_PER_MINUTE);
        if (wait > 0) {
            sayAll(List.of(new Fault("too-many-requests", "", Map.of("seconds", Long.toString(wait)))));
            return null;
        }
        return received();
    }

    private @Nullable String received() {
        var known = Objects.requireNonNull(directory);
        var envelope = new ReceiveSignUp.Envelope(slug, ticket, parameter("website"));
        try {
            var filled = signUp();
            var key = Tenancy.within(
                    known.tenant(),
                    () -> prices.around(
                            known.group(),
                            filled,
                            membership -> receive.receive(known.group(), envelope, filled, membership)));
            return "/public/joined.xhtml?faces-redirect=true&group=" + encoded(slug) + "&key=" + key.text() + "&way="
                    + form.getWay();
        } catch (RuleViolation violation) {
            renew(violation);
            sayAll(violation.faults());
        } catch (HttpProblem sentBeforeWithOtherContent) {
            ticket = Tenancy.within(known.tenant(), this::freshTicket);
            troubles.add(texts.get("signup.sentBefore"));
        }
        return null;
    }

    private void renew(RuleViolation violation) {
        if (violation.faults().stream().anyMatch(fault -> fault.code().equals("form-outdated"))) {
            ticket = Tenancy.within(Objects.requireNonNull(directory).tenant(), this::freshTicket);
        }
    }

    private SignUp signUp() {
        var today = face().today();
        return form.signUp(desk.getLanguage(), today, today.minusYears(PLAUSIBLE_YEARS));
    }

    private List<Fault> faults() {
        var faults = new ArrayList<Fault>();
        if (chosen().isEmpty()) {
            faults.add(new Fault("type-missing", "/typeId", Map.of()));
        }
        form.unreadableBirthday().ifPresent(code -> faults.add(new Fault(code, "/person/born", Map.of())));
        faults.addAll(Tenancy.within(Objects.requireNonNull(directory).tenant(), () -> show.faults(signUp(), face())));
        return faults;
    }

    private void sayAll(List<Fault> faults) {
        for (var fault : faults) {
            var field = JoinFaults.field(fault);
            field.ifPresentOrElse(id -> say(id, fault), () -> troubles.add(text(fault)));
        }
        firstFault = JoinFaults.first(faults).orElse("");
    }

    private void say(String field, Fault fault) {
        var text = text(fault);
        var faces = FacesContext.getCurrentInstance();
        faces.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
        faces.validationFailed();
    }

    private String text(Fault fault) {
        var key = "signup.fault." + fault.code();
        var own = texts.get(key);
        return own.equals(key) ? ProblemTexts.in(desk.getLocale()).detail(fault.code(), fault.facts()) : own;
    }

    private String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("").strip();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** True when there is such a form. */
    public boolean isKnown() {
        return face != null;
    }

    public JoinForm getForm() {
        return form;
    }

    /** The group that is joined. */
    public ShowForm.Face face() {
        return Objects.requireNonNull(face);
    }

    public List<ShowForm.Offer> getOffers() {
        return offers;
    }

    /** The type that is chosen. */
    public Optional<ShowForm.Offer> chosen() {
        return offers.stream()
                .filter(offer -> offer.slug().equals(form.getType()))
                .findFirst();
    }

    /** What is to be paid, as soon as the birthday is known. */
    public Optional<Money> price() {
        var today = face().today();
        return form.birthday()
                .filter(born -> !born.isAfter(today))
                .flatMap(born -> Tenancy.within(
                        Objects.requireNonNull(directory).tenant(),
                        () -> prices.price(face().group(), form.getType(), born)));
    }

    /** The ages that pay the same. */
    public Optional<PriceList.Band> band() {
        return chosen().flatMap(offer -> form.birthday().flatMap(offer::band));
    }

    /** True when a guardian must be named. */
    public boolean isMinor() {
        return form.isMinor(face().today());
    }

    /** True when the invoice is to come as a letter. */
    public boolean isByLetter() {
        return form.getWay() == JoinWay.LETTER;
    }

    /** How the group can be paid, and how its invoice can come. */
    public List<JoinWay> ways() {
        return Stream.of(JoinWay.values())
                .filter(way -> face != null && face.payments().contains(way.payment()))
                .toList();
    }

    public String getSlug() {
        return slug;
    }

    public String getTicket() {
        return ticket;
    }

    /** The first field with a fault, in the order of the page; empty when there is none. */
    public String getFirstFault() {
        return firstFault;
    }

    /** What is wrong with the whole. */
    public List<String> getTroubles() {
        return troubles;
    }
}
