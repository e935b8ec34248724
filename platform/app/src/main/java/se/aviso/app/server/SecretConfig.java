package se.aviso.app.server;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.aviso.secret.MasterKeys;

/** The master key that the keys of tenants are wrapped by, and those that it has replaced. */
@ApplicationScoped
public class SecretConfig {
    @Inject
    @ConfigProperty(name = "aviso.secrets.master-key")
    Optional<String> masterKey;

    @Inject
    @ConfigProperty(name = "aviso.secrets.former-master-keys")
    Optional<String> formerMasterKeys;

    /**
     * The keys; they are needed by the first who has a secret to keep.
     *
     * @throws IllegalStateException when the settings name none
     */
    public MasterKeys masterKeys() {
        var current = masterKey.orElseThrow(
                () -> new IllegalStateException("the setting aviso.secrets.master-key is missing"));
        return MasterKeys.of(current, formerMasterKeys.orElse(""));
    }
}
