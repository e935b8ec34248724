package se.aviso.app.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.aviso.app.document.DocumentData;
import se.aviso.app.document.DocumentWriter;
import se.aviso.app.document.Drawing;
import se.aviso.app.document.Seller;
import se.aviso.kernel.RuleViolation;
import se.aviso.kernel.RuleViolation.Fault;
import se.aviso.pagewriter.PageText;

/** A page of a tenant's own is kept only where all stands on it that must, and nothing that must not. */
class CheckDrawingTest {
    private static final DocumentWriter WRITER = new DocumentWriter();
    private static final String START = Drawing.start().html();
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private static final TrialPapers PAPERS = TrialPapers.of(Optional.empty());

    private final CheckDrawing check = new CheckDrawing();

    @SuppressWarnings("UnnecessaryAssignment") // this test is the framework
    CheckDrawingTest() {
        check.writer = WRITER;
        check.trials = TrialsTest.trials(pool, Duration.ofMinutes(2));
    }

    @AfterEach
    void closeThePool() {
        pool.shutdown();
    }

    @ParameterizedTest
    @EnumSource(DocumentData.Look.class)
    void thePageToBeginWithCanBeKeptInEachLookAndSaysWhatTheShippedOneSays(DocumentData.Look look) {
        var drawing = new Drawing(look, START, "");
        check.require(drawing, Optional.empty());
        var page = drawing.whole(Optional.empty());
        for (var paper : PAPERS.all()) {
            if (look == paper.form().look()) {
                assertThat(PageText.of(WRITER.pdf(paper.onto(page))))
                        .as(paper.form().kind() + " " + paper.form().language())
                        .isEqualTo(PageText.of(WRITER.pdf(paper)));
            }
        }
    }

    @Test
    void whatTheAuthorWritesStandsOnThePageAndItsStyleHasTheLastWord() {
        var html = START.replace("@@intro@@", "<p class=\"mine\">Rött och stort</p>@@intro@@");
        var drawing = new Drawing(DocumentData.Look.KOMPAKT, html, ".mine { color: {{v.accent}}; font-size: 20pt; }");
        check.require(drawing, Optional.empty());
        var paper = PAPERS.all().get(0).onto(drawing.whole(Optional.empty()));
        assertThat(PageText.of(WRITER.pdf(paper))).contains("Rött och stort");
    }

    @Test
    void aPartMayBeWrittenAnewThoughItBeginsWhatAnotherEnds() {
        check.require(
                new Drawing(
                        DocumentData.Look.LUFTIG,
                        START.replace("@@open@@", Drawing.parts().getOrDefault("open", "")),
                        ""),
                Optional.empty());
    }

    @Test
    void aPageIsTriedOnTheGroupsOwnSellerWhereAllIsKnownOfIt() {
        var invented = PAPERS.seller();
        var own = named(invented.registration());
        assertThat(TrialPapers.of(Optional.of(own)).all())
                .allMatch(paper -> paper.seller().equals(own));
        check.require(new Drawing(DocumentData.Look.LUFTIG, START, ""), Optional.of(own));
        var noVat = new Seller.Registration(invented.registration().orgNo(), "", false, "");
        assertThat(TrialPapers.of(Optional.of(named(noVat))).seller()).isEqualTo(invented);
    }

    private static Seller named(Seller.Registration registration) {
        var invented = PAPERS.seller();
        return new Seller(
                "Klubben", invented.address(), registration, invented.accounts(), invented.contact(), Optional.empty());
    }

    @Test
    void whatTheLawAsksForIsMissedByName() {
        assertThat(codes(START.replace("@@pay@@", ""), "")).containsExactly("page-without-ocr");
        assertThat(codes(START.replace("@@facts@@", ""), ""))
                .contains("page-without-number", "page-without-date", "page-without-original");
        assertThat(codes(START.replace("@@tail@@", ""), "")).contains("page-without-vat", "page-without-vat-note");
        assertThat(codes(START.replace("@@letterhead@@", ""), "")).contains("page-without-recipient");
        assertThat(codes(START.replace("@@rows@@", ""), "")).contains("page-without-lines");
        assertThat(codes(START.replace("@@intro@@", ""), "")).containsExactly("page-without-notice");
        assertThat(codes(START, ".pay { display: none; }")).containsExactly("page-without-ocr");
        assertThat(codes(START, ".pay { left: -400mm; }")).containsExactly("page-without-ocr");
    }

    @Test
    void whatStandsInSeveralPlacesIsMissedWhereItStandsInNone() {
        assertThat(codes(START, ".pay, .foot { display: none; }")).contains("page-without-ocr", "page-without-giro");
        assertThat(codes(START, ".pay, .facts { display: none; }")).contains("page-without-due");
        assertThat(codes(START, ".tail, .facts { display: none; }")).contains("page-without-amount");
    }

    @Test
    void whatIsHostileIsRefusedWithItsLine() {
        assertThat(faults("<p>\n<script>x()</script></p>" + START, ""))
                .containsExactly(new Fault("template-script", "/html", Map.of("line", "2")));
        assertThat(codes(START + "<img src=\"https://spy.example/x\"/>", "")).containsExactly("template-address");
        assertThat(codes(START, "@import 'https://spy.example/x.css';")).containsExactly("template-address");
        assertThat(codes(START + "{{> self}}", "")).containsExactly("template-raw");
        assertThat(codes(START.replace("@@rows@@", "@@everything@@"), "")).containsExactly("template-part");
        assertThat(codes(START.replace("</div>", ""), "")).containsExactly("template-unreadable");
        assertThat(codes(START + "{{#each pages}}", "")).containsExactly("template-unreadable");
        assertThat(codes("@@intro@@".repeat(Drawing.MOST_PARTS + 1), "")).containsExactly("template-parts");
        assertThat(codes(START, ".mine { color: {{v.colour}}; }")).containsExactly("template-unreadable");
        assertThat(codes("a".repeat(Drawing.MOST + 1), "b".repeat(Drawing.MOST + 1)))
                .containsExactly("template-long", "template-long");
    }

    @Test
    void loopsInLoopsComeToAnEnd() {
        var loops = "{{#each lines}}{{#each ../lines}}{{#each ../../lines}}{{#each ../../../lines}}{{text}}"
                + "{{/each}}{{/each}}{{/each}}{{/each}}";
        assertThat(codes(START.replace("@@intro@@", "@@intro@@" + loops.repeat(3)), ""))
                .containsExactly("template-unreadable");
        assertThatThrownBy(() -> check.readable(new Drawing(DocumentData.Look.LUFTIG, "{{> a}}", "")))
                .isInstanceOf(RuleViolation.class);
    }

    private List<String> codes(String html, String css) {
        return faults(html, css).stream().map(Fault::code).toList();
    }

    private List<Fault> faults(String html, String css) {
        var violation = catchThrowableOfType(
                RuleViolation.class,
                () -> check.require(new Drawing(DocumentData.Look.LUFTIG, html, css), Optional.empty()));
        assertThat(violation).as("refused").isNotNull();
        return violation.faults();
    }
}
