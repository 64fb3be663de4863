package io.cloudshop.products;

import io.cloudshop.testing.ArchitectureContract;

class ArchitectureTest extends ArchitectureContract {}
