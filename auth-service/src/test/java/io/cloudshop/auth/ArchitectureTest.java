package io.cloudshop.auth;

import io.cloudshop.testing.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {}
