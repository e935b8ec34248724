package se.aviso.app.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.aviso.kernel.RuleViolation;

class LogoTest {
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void aPictureIsPaintedAnewAsPng(String format) throws IOException {
        var logo = Logo.of(new ByteArrayInputStream(picture(30, 20, format)));
        var painted = ImageIO.read(new ByteArrayInputStream(logo.png()));
        assertThat(painted.getWidth()).isEqualTo(30);
        assertThat(logo.png()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void whatWasHiddenBehindThePictureIsGone() throws IOException {
        var upload = new ByteArrayOutputStream();
        upload.write(picture(3, 3, "png"));
        upload.write("<script>".getBytes(StandardCharsets.US_ASCII));
        var logo = Logo.of(new ByteArrayInputStream(upload.toByteArray()));
        assertThat(new String(logo.png(), StandardCharsets.ISO_8859_1)).doesNotContain("<script>");
    }

    @Test
    void equalPicturesHaveEqualNames() throws IOException {
        var one = Logo.of(new ByteArrayInputStream(picture(3, 3, "png")));
        var other = Logo.of(new ByteArrayInputStream(picture(3, 3, "png")));
        assertThat(one.hash()).isEqualTo(other.hash());
    }

    @Test
    void aPictureTooWideIsRefused() throws IOException {
        assertRefused(picture(2001, 1, "png"));
    }

    @Test
    void aPictureOfAnotherFormatIsRefused() throws IOException {
        assertRefused(picture(3, 3, "gif"));
    }

    @Test
    void aTornPictureIsRefused() throws IOException {
        var whole = picture(30, 20, "png");
        assertRefused(Arrays.copyOf(whole, 40));
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() throws IOException {
        var bomb = picture(3, 3, "png");
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000); // width and height in its head
        var sum = new CRC32();
        sum.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) sum.getValue());
        assertRefused(bomb);
    }

    @Test
    void aDrawingThatCanHoldScriptsIsRefused() {
        assertRefused("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"
                .getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whereAPhotographWasTakenIsForgotten() throws IOException {
        var photograph = picture(30, 20, "jpg");
        var tagged = new ByteArrayOutputStream();
        tagged.write(photograph, 0, 2);
        tagged.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 18});
        tagged.write("Exif\0\0GPS 59.3,18".getBytes(StandardCharsets.US_ASCII), 0, 16);
        tagged.write(photograph, 2, photograph.length - 2);
        var logo = Logo.of(new ByteArrayInputStream(tagged.toByteArray()));
        assertThat(new String(logo.png(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "GPS");
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertRefused("logo".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void tooManyBytesAreRefused() {
        assertRefused(new byte[1_000_001]);
    }

    private static void assertRefused(byte[] upload) {
        assertThatThrownBy(() -> Logo.of(new ByteArrayInputStream(upload))).isInstanceOf(RuleViolation.class);
    }

    private static byte[] picture(int width, int height, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }
}
