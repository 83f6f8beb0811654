package com.learnamp.entra.simulator.login;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority of our own, and the server certificate that it signed. */
public record Certificates(Path ca, Path server, Path serverKey) {

    private static final X500Name AUTHORITY = new X500Name("CN=Graph simulator CA");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    /** Those in the directory; made, for {@code localhost} and the names given, if it has none. */
    public static Certificates in(Path directory, List<String> names) {
        Certificates files =
                new Certificates(
                        directory.resolve("ca.pem"),
                        directory.resolve("server.pem"),
                        directory.resolve("server-key.pem"));
        try {
            Files.createDirectories(directory);
            if (!Files.exists(files.serverKey)) {
                files.make(names);
            }
            return files;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException | OperatorCreationException failure) {
            throw new IllegalStateException("no certificate could be made", failure);
        }
    }

    private void make(List<String> names)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair authority = keys();
        KeyPair own = keys();
        X509v3CertificateBuilder root = certificate(AUTHORITY, authority.getPublic());
        root.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        root.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        X509v3CertificateBuilder leaf = certificate(new X500Name("CN=localhost"), own.getPublic());
        leaf.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        leaf.addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        leaf.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
        Files.writeString(ca, pem(signed(root, authority)));
        Files.writeString(server, pem(signed(leaf, authority)));
        Files.writeString(serverKey, pem(new JcaPKCS8Generator(own.getPrivate(), null)));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509v3CertificateBuilder certificate(X500Name subject, PublicKey key) {
        // Real time, whatever the simulator's clock says: TLS clients look at their own.
        Instant now = Clock.systemUTC().instant();
        return new JcaX509v3CertificateBuilder(
                AUTHORITY,
                new BigInteger(120, new SecureRandom()),
                Date.from(now.minus(1, ChronoUnit.DAYS)),
                Date.from(now.plus(3650, ChronoUnit.DAYS)),
                subject,
                key);
    }

    private static GeneralNames alternatives(List<String> names) {
        List<String> all = new java.util.ArrayList<>(List.of("localhost", "127.0.0.1", "::1"));
        all.addAll(names);
        return new GeneralNames(
                all.stream()
                        .distinct()
                        .map(name ->
                                new GeneralName(
                                        ADDRESS.matcher(name).matches()
                                                ? GeneralName.iPAddress
                                                : GeneralName.dNSName,
                                        name))
                        .toArray(GeneralName[]::new));
    }

    private static X509Certificate signed(X509v3CertificateBuilder certificate, KeyPair authority)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        certificate.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(authority.getPrivate())));
    }

    private static String pem(Object content) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(content);
        }
        return text.toString();
    }
}
