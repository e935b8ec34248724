package se.aviso.pagewriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PreviewTest {
    private static final int RED = 0xFFFF0000;
    private static final int WHITE = 0xFFFFFFFF;

    @Test
    void theFirstPageIsSeenAsItIsPrinted() throws IOException {
        var page = seen("div { width: 100mm; height: 100mm; background-color: #ff0000; }");

        assertThat(page.getWidth()).isEqualTo(1_080);
        assertThat(page.getHeight()).isEqualTo(1_527);
        assertThat(page.getRGB(300, 300)).isEqualTo(RED);
        assertThat(page.getRGB(1_000, 1_500)).isEqualTo(WHITE);
    }

    @Test
    void aPictureHasItsColoursAndIsClearWhereItIsClear() throws IOException {
        var picture = new BufferedImage(120, 120, BufferedImage.TYPE_INT_ARGB);
        for (var x = 0; x < 120; x++) {
            for (var y = 0; y < 60; y++) {
                picture.setRGB(x, y, RED);
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        var css = "@page { margin: 0; } body { margin: 0; } img { width: 100mm; height: 100mm; }";
        var html = "<html><head><title>x</title></head><body><img src=\"picture:logo\" alt=\"x\"/></body></html>";
        var page = seen(html, css, Map.of("logo", Picture.Raster.of(bytes.toByteArray())));

        assertThat(page.getRGB(250, 100)).isEqualTo(RED);
        assertThat(page.getRGB(250, 400)).isEqualTo(WHITE);
    }

    @Test
    void whatIsNoDocumentHasNoPicture() {
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> Preview.png(new byte[] {1, 2, 3}));
    }

    private static BufferedImage seen(String css) throws IOException {
        var html = "<html><head><title>x</title></head><body><div>x</div></body></html>";
        return seen(html, css, Map.of());
    }

    private static BufferedImage seen(String html, String css, Map<String, Picture> pictures) throws IOException {
        var pdf = PageTemplate.compile(new TemplateSource(html, css), PressRoom.with(List.of()))
                .render(new Content(Map.of(), pictures, LocalDate.of(2027, 1, 1)));
        return ImageIO.read(new ByteArrayInputStream(Preview.png(pdf)));
    }
}
