package io.cloudshop.manifests;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelOptionalLibrary;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A ValidatingPolicy or ImageValidatingPolicy of Kyverno, asked about a pod. The expressions are evaluated for real; what
 * Kyverno adds to the language is done here as its sources do it, and signatures are looked up in a {@link Registry}.
 */
final class KyvernoPolicy {

    private static final CelType IMAGE = MapType.create(SimpleType.STRING, SimpleType.STRING);
    private static final CelType ANY_LIST = ListType.create(SimpleType.DYN);

    private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(CelOptionalLibrary.INSTANCE)
            .addVar("object", SimpleType.DYN)
            .addVar("variables", SimpleType.DYN)
            .addVar("attestors", SimpleType.DYN)
            .addVar("attestations", SimpleType.DYN)
            .addVar("images", MapType.create(SimpleType.STRING, ListType.create(SimpleType.STRING)))
            .addFunctionDeclarations(
                    CelFunctionDecl.newFunctionDeclaration(
                            "image", CelOverloadDecl.newGlobalOverload("image_string", IMAGE, SimpleType.STRING)),
                    CelFunctionDecl.newFunctionDeclaration(
                            "tag", CelOverloadDecl.newMemberOverload("image_tag", SimpleType.STRING, IMAGE)),
                    CelFunctionDecl.newFunctionDeclaration(
                            "containsDigest",
                            CelOverloadDecl.newMemberOverload("image_contains_digest", SimpleType.BOOL, IMAGE)),
                    CelFunctionDecl.newFunctionDeclaration(
                            "verifyImageSignatures",
                            CelOverloadDecl.newGlobalOverload(
                                    "verify_image", SimpleType.INT, SimpleType.STRING, ANY_LIST)),
                    CelFunctionDecl.newFunctionDeclaration(
                            "verifyAttestationSignatures",
                            CelOverloadDecl.newGlobalOverload(
                                    "verify_attestation", SimpleType.INT, SimpleType.STRING, SimpleType.DYN, ANY_LIST)))
            .build();

    private final GenericKubernetesResource policy;

    KyvernoPolicy(GenericKubernetesResource policy) {
        this.policy = policy;
    }

    /** The messages of the validations that the pod fails. */
    List<String> refusals(Pod pod, Registry registry) {
        CelRuntime runtime = runtime(registry);
        Map<String, Object> object = new ObjectMapper().convertValue(pod, new TypeReference<>() {});
        Map<String, Object> facts = new HashMap<>();
        facts.put("object", object);
        facts.put("images", images(pod));
        facts.put("attestors", byName("attestors"));
        facts.put("attestations", byName("attestations"));
        Map<String, Object> variables = new HashMap<>();
        facts.put("variables", variables);
        entries("variables")
                .forEach(variable -> variables.put(
                        (String) variable.get("name"), evaluate(runtime, (String) variable.get("expression"), facts)));
        return entries("validations")
                .filter(validation ->
                        !Boolean.TRUE.equals(evaluate(runtime, (String) validation.get("expression"), facts)))
                .map(validation -> (String) validation.get("message"))
                .toList();
    }

    /** Whether the policy asks for a signature of this image. */
    boolean concerns(String image) {
        return entries("matchImageReferences")
                .map(reference -> (String) reference.get("glob"))
                .anyMatch(glob -> image.matches(glob.replace(".", "\\.").replace("*", "[^/]*")));
    }

    private Map<String, List<String>> images(Pod pod) {
        return Map.of(
                "containers", concerning(pod.getSpec().getContainers().stream().map(it -> it.getImage())),
                "initContainers",
                        concerning(pod.getSpec().getInitContainers().stream().map(it -> it.getImage())),
                "ephemeralContainers",
                        concerning(
                                pod.getSpec().getEphemeralContainers().stream().map(it -> it.getImage())));
    }

    private List<String> concerning(Stream<String> images) {
        return images.filter(this::concerns).toList();
    }

    private Map<String, Object> byName(String field) {
        Map<String, Object> byName = new HashMap<>();
        entries(field).forEach(entry -> byName.put((String) entry.get("name"), entry.get("name")));
        return byName;
    }

    private Stream<Map<String, Object>> entries(String field) {
        return Objects.requireNonNullElse(
                policy.<List<Map<String, Object>>>get("spec", field), List.<Map<String, Object>>of())
                .stream();
    }

    private static Object evaluate(CelRuntime runtime, String expression, Map<String, Object> facts) {
        try {
            return runtime.createProgram(COMPILER.compile(expression).getAst()).eval(facts);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException(expression, e);
        }
    }

    private static CelRuntime runtime(Registry registry) {
        return CelRuntimeFactory.standardCelRuntimeBuilder()
                .addLibraries(CelOptionalLibrary.INSTANCE)
                .addFunctionBindings(
                        CelFunctionBinding.from("image_string", String.class, KyvernoPolicy::parse),
                        CelFunctionBinding.from("image_tag", Map.class, image -> image.get("tag")),
                        CelFunctionBinding.from("image_contains_digest", Map.class, image -> !image.get("digest")
                                .equals("")),
                        CelFunctionBinding.from(
                                "verify_image",
                                String.class,
                                List.class,
                                (image, attestors) -> count(registry.signed(), image, attestors)),
                        CelFunctionBinding.from(
                                "verify_attestation",
                                List.of(String.class, Object.class, List.class),
                                arguments -> count(registry.attested(), (String) arguments[0], (List<?>) arguments[2])))
                .build();
    }

    private static long count(Set<String> verified, String image, List<?> attestors) {
        return verified.contains(image) ? attestors.size() : 0;
    }

    /** As go-containerregistry does: a digest hides the tag, no tag is latest, and a port is none. */
    private static Map<String, String> parse(String reference) {
        if (reference.contains("@")) {
            return Map.of("tag", "", "digest", reference.substring(reference.indexOf('@') + 1));
        }
        int colon = reference.lastIndexOf(':');
        boolean hasTag = colon > reference.lastIndexOf('/');
        return Map.of("tag", hasTag ? reference.substring(colon + 1) : "latest", "digest", "");
    }

    /** Images that are signed, and images with an attested SBOM. */
    record Registry(Set<String> signed, Set<String> attested) {}
}
