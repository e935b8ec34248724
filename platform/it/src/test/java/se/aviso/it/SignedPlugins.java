package se.aviso.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import se.aviso.it.plugin.GroupedSummary;
import se.aviso.it.plugin.MagazinePrice;
import se.aviso.it.plugin.PrivateFormat;
import se.aviso.it.plugin.RivalRules;

/**
 * The plugins of a product in production: what came with the distribution, and four of others, of which the operator
 * has signed one, a stranger another, nobody the third, and the fourth stands on no list.
 */
final class SignedPlugins {
    private SignedPlugins() {}

    /** Puts the folder together, and answers the settings that make a product take it. */
    static Map<String, String> in(Path work) {
        try {
            var folder = TestPlugins.folder(work);
            var operator = pair();
            var list = TestPlugins.line("signed", MagazinePrice.class, folder)
                    + TestPlugins.line("unsigned", GroupedSummary.class, folder)
                    + TestPlugins.line("of-a-stranger", PrivateFormat.class, folder);
            TestPlugins.line("unlisted", RivalRules.class, folder);
            sign(folder.resolve("signed.jar"), operator);
            sign(folder.resolve("of-a-stranger.jar"), pair());
            sign(folder.resolve("unlisted.jar"), operator);
            var keys = base64(operator.getPublic().getEncoded());
            return Map.of(
                    "AVISO_PLUGINS_DIR", folder.toString(),
                    "AVISO_PLUGINS_ALLOW_LIST",
                            Files.writeString(folder.resolve("allowed"), list).toString(),
                    "AVISO_PLUGINS_TRUSTED_KEYS",
                            Files.writeString(folder.resolve("keys"), keys).toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static KeyPair pair() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static void sign(Path jar, KeyPair by) throws IOException, GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(by.getPrivate());
        signature.update(Files.readAllBytes(jar));
        Files.writeString(jar.resolveSibling(jar.getFileName() + ".sig"), base64(signature.sign()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
