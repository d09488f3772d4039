@SequenceGenerator(name = "pack", sequenceName = "package_numbers", allocationSize = 25)
package model;

import jakarta.persistence.SequenceGenerator;
