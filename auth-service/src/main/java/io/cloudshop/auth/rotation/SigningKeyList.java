package io.cloudshop.auth.rotation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The signing keys, newest first. */
@Schema(name = "SigningKeys", requiredProperties = "items")
record SigningKeyList(List<SigningKeyView> items) {}
