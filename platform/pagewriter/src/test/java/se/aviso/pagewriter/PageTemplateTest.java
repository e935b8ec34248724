package se.aviso.pagewriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTemplateTest {
    private static final PressRoom ROOM = PressRoom.with(List.of());

    @Test
    void valuesAreEscaped() throws IOException {
        var pdf = compile("<p>{{name}}</p>").render(content(Map.of("name", "<i>&")));

        assertThat(text(pdf)).contains("<i>&");
    }

    @Test
    void sameContentMakesTheSameBytes() {
        var template = compile("<p>{{name}}</p>");

        assertThat(template.render(content(Map.of("name", "A"))))
                .isEqualTo(compile("<p>{{name}}</p>").render(content(Map.of("name", "A"))))
                .isNotEqualTo(template.render(content(Map.of("name", "B"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{{name}}}",
                "{{&name}}",
                "{{& name}}",
                "{{> part}}",
                "{{>part}}",
                "{{~> part}}",
                "{{#> part}}x{{/part}}",
                "{{#*inline \"a\"}}x{{/inline}}",
                "{{* dec}}",
                "{{#if}",
            })
    void rawValuesPartialsAndDecoratorsAreRefused(String html) {
        assertThatExceptionOfType(TemplateRefused.class).isThrownBy(() -> compile(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{embedded \"x\" \"y\"}}",
                "{{partial \"x\"}}",
                "{{precompile \"x\"}}",
                "{{log \"x\"}}",
                "{{i18n \"x\"}}",
                "{{lookup this \"x\"}}",
            })
    void helpersThatReachOutsideAreUnknown(String html) {
        assertThatExceptionOfType(TemplateRefused.class)
                .isThrownBy(() -> compile(html).render(content(Map.of())));
    }

    @Test
    void methodsOfValuesAreOutOfReach() throws IOException {
        var pdf = compile("<p>[{{name.class}}{{name.bytes}}{{class.name}}]</p>").render(content(Map.of("name", "A")));

        assertThat(text(pdf)).contains("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/a.png",
                "file:///etc/hostname",
                "data:image/png;base64,AAAA",
                "classpath:/a.png",
                "picture:unknown",
                "a.png",
            })
    void aPictureFromElsewhereIsRefused(String source) {
        var template = compile("<p><img src=\"" + source + "\"/></p>");

        assertThatExceptionOfType(TemplateRefused.class).isThrownBy(() -> template.render(content(Map.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "p { background: url(http://127.0.0.1/a) }",
                "@import \"a.css\";",
                "@font-face { font-family: x }",
                "p { background: u\\72l(x) }",
                "</style>",
            })
    void aStyleSheetThatReachesOutsideIsRefused(String css) {
        assertThatExceptionOfType(TemplateRefused.class)
                .isThrownBy(() -> PageTemplate.compile(new TemplateSource(page("x"), css), ROOM));
    }

    @Test
    void entitiesOfATemplateAreRefused() {
        var bomb = "<!DOCTYPE html [<!ENTITY a \"aa\">]><html><head><title>x</title></head><body>&a;</body></html>";
        var template = PageTemplate.compile(new TemplateSource(bomb, ""), ROOM);

        assertThatThrownBy(() -> template.render(content(Map.of()))).isInstanceOf(TemplateRefused.class);
    }

    @Test
    void aTemplateThatGrowsWithoutEndIsStopped() {
        var template = compile("{{#each rows}}{{#each rows}}{{#each rows}}xxxxxxxxxx{{/each}}{{/each}}{{/each}}");
        var content = content(deep(3));

        assertThatExceptionOfType(TemplateRefused.class).isThrownBy(() -> template.render(content));
    }

    @Test
    void aTemplateHasALargestSize() {
        var html = page("x".repeat(300_000));

        assertThatExceptionOfType(TemplateRefused.class).isThrownBy(() -> compile(html));
    }

    @Test
    void aBrokenPictureIsRefused() {
        var content = new Content(
                Map.of(),
                Map.of("logo", Picture.Raster.of("not a picture".getBytes(StandardCharsets.UTF_8))),
                LocalDate.EPOCH);

        assertThatExceptionOfType(TemplateRefused.class)
                .isThrownBy(() -> compile("<img src=\"picture:logo\"/>").render(content));
    }

    private static Map<String, Object> deep(int levels) {
        var rows = new ArrayList<Map<String, Object>>();
        var below = levels == 0 ? Map.<String, Object>of() : deep(levels - 1);
        for (var i = 0; i < 100; i++) {
            rows.add(below);
        }
        return Map.of("rows", rows);
    }

    private static PageTemplate compile(String body) {
        return PageTemplate.compile(
                new TemplateSource(body.startsWith("<html") ? body : page(body), "p { color: #000000; }"), ROOM);
    }

    private static String page(String body) {
        return "<html><head><title>x</title></head><body>" + body + "</body></html>";
    }

    private static Content content(Map<String, Object> model) {
        return new Content(model, Map.of(), LocalDate.of(2026, 12, 14));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
