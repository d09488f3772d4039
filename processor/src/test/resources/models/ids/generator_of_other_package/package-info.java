@SequenceGenerator(name = "numbers", sequenceName = "all_numbers", allocationSize = 4)
package depot;

import jakarta.persistence.SequenceGenerator;
