package se.aviso.app.plugin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The Ed25519 keys of those who may sign plugins. The signature of {@code a.jar} lies beside it as {@code a.jar.sig},
 * in Base64, over the whole jar as it lies there.
 */
final class TrustedKeys {
    /** Of those who trust nobody. */
    static final TrustedKeys NOBODYS = new TrustedKeys(List.of());

    private static final String ALGORITHM = "Ed25519";

    private final List<PublicKey> keys;

    private TrustedKeys(List<PublicKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads a public key a line, X.509 in Base64, as {@code openssl pkey -pubout} writes it between its two lines.
     *
     * @throws IOException also where a line is none: then nothing is let in
     */
    static TrustedKeys read(Path file) throws IOException {
        var keys = new ArrayList<PublicKey>();
        for (var line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("-----")) {
                keys.add(key(line.strip()));
            }
        }
        return new TrustedKeys(keys);
    }

    /** True when one of them has signed these bytes. */
    boolean haveSigned(byte[] jar, Path signature) throws IOException {
        if (!Files.isRegularFile(signature)) {
            return false;
        }
        var bytes =
                decoded(Files.readString(signature, StandardCharsets.US_ASCII).strip());
        for (var key : keys) {
            if (hasSigned(key, jar, bytes)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSigned(PublicKey key, byte[] jar, byte[] signature) {
        try {
            var check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(jar);
            return check.verify(signature);
        } catch (GeneralSecurityException noSignatureAtAll) {
            return false;
        }
    }

    private static PublicKey key(String line) throws IOException {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(decoded(line)));
        } catch (GeneralSecurityException noKey) {
            throw new IOException("the list of trusted keys has a line that is no Ed25519 key", noKey);
        }
    }

    private static byte[] decoded(String text) throws IOException {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            throw new IOException("no Base64", noBase64);
        }
    }
}
