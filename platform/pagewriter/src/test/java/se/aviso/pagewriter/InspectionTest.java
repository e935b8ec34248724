package se.aviso.pagewriter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.pagewriter.Inspection.Kind;

/** What a page may not do is found before it is laid out, with its line. */
class InspectionTest {
    private static final Set<String> PICTURES = Set.of("seller.logo");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>{{#each pages}}{{n}}{{/each}}</body></html>",
                "<p>Läs mer på https://klubben.example, eller ring. On = off.</p>",
                "<img src=\"{{seller.logo}}\" alt=\"{{seller.name}}\"/>",
                "<address data-f=\"seller\">{{seller.name}}</address>"
            })
    void anHonestPageCanStand(String html) {
        assertThat(Inspection.page(html, PICTURES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<script>alert(1)</script> | SCRIPT",
                "<p onclick=\"x()\">a</p> | SCRIPT",
                "<p title=\"javascript:x\">a</p> | SCRIPT",
                "<img src=\"https://spy.example/a.png\"/> | ADDRESS",
                "<img src=\"//spy.example/a.png\"/> | ADDRESS",
                "<img src='file:///etc/passwd'/> | ADDRESS",
                "<img src=\"picture:other\"/> | ADDRESS",
                "<img src=\"{{seller.web}}\"/> | ADDRESS",
                "<img src=x /> | ADDRESS",
                "<a href=\"#here\">a</a> | ADDRESS",
                "<link rel=\"stylesheet\"/> | ADDRESS",
                "<p style=\"background: url(x)\">a</p> | ADDRESS",
                "<style>p { color: red }</style> | ADDRESS",
                "{{{seller.name}}} | RAW_OR_PARTIAL",
                "{{> page}} | RAW_OR_PARTIAL",
                "{{#*inline \"a\"}}{{> a}}{{/inline}} | RAW_OR_PARTIAL",
                "{{#each pages}} | UNREADABLE",
                "{{/each}} | UNREADABLE"
            })
    void whatReachesOutOrCannotBeReadIsToldWithItsLine(String html, Kind kind) {
        assertThat(Inspection.page("<p>one</p>\n<p>two</p>\n" + html, PICTURES)).anySatisfy(complaint -> {
            assertThat(complaint.kind()).isEqualTo(kind);
            assertThat(complaint.line()).isEqualTo(3);
        });
    }

    @Test
    void whatIsWrongInTwoWaysInOnePlaceIsToldOnce() {
        assertThat(Inspection.page("<img src=\"https://spy.example/a.png\"/>", PICTURES))
                .containsExactly(new Inspection.Complaint(Kind.ADDRESS, 1, ""));
    }

    @Test
    @Timeout(20)
    void aPageThatIsMadeToBeSlowlyReadIsReadAllTheSame() {
        assertThat(Inspection.page("<" + " ".repeat(100_000), PICTURES)).isEmpty();
        assertThat(Inspection.page("{{#if a}}".repeat(4_000) + "{{/if}}".repeat(4_000), PICTURES))
                .extracting(Inspection.Complaint::why)
                .containsExactly("too deep");
    }

    @Test
    void aSheetReachesNothingAndIsRead() {
        assertThat(Inspection.sheet(".a { color: #123456; }\n")).isEmpty();
        assertThat(Inspection.sheet(".a { color: red; }\n@import 'x.css';"))
                .containsExactly(new Inspection.Complaint(Kind.ADDRESS, 2, ""));
        assertThat(Inspection.sheet(".a { color: red; }\n.b { color: ; ; } }}"))
                .extracting(Inspection.Complaint::kind)
                .containsExactly(Kind.UNREADABLE);
    }

    @Test
    void tagsThatDoNotMatchAreToldWithTheLine() {
        assertThat(Inspection.torn("<!DOCTYPE html>\n<html>\n<body>{{#if a}}<p>{{/if}}</body>\n</html>"))
                .map(Inspection.Complaint::line)
                .contains(3);
        assertThat(Inspection.torn("<!DOCTYPE html>\n<html><body class=\"{{#if a}}b{{/if}}\"></body></html>"))
                .isEmpty();
    }
}
