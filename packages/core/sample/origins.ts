/** Where people come from: given names, family names, and how often. Several peoples live in every country. */
export interface Origin {
  readonly weight: number;
  readonly given: readonly string[];
  readonly family: readonly string[];
}

const words = (text: string): readonly string[] => text.split(" ");

export const ORIGINS: readonly Origin[] = [
  {
    weight: 38,
    given: words(
      "Anna Lena Katharina Julia Sophie Marie Hannah Greta Johanna Franziska Sabine Petra Ute Jonas Lukas Felix Maximilian Jan Tobias Matthias Stefan Uwe Jürgen Björn Malte Friedrich",
    ),
    family: words(
      "Müller Schmidt Schneider Fischer Weber Wagner Becker Hoffmann Schäfer Köhler Krüger Böhm Winkler Lindner Vogt Hahn Jäger Brandt Kühn Ziegler Seidel Haas Friedrichs Petersen Großmann Weiß",
    ),
  },
  {
    weight: 9,
    given: words("Elif Zeynep Ayşe Merve Büşra Deniz Mehmet Emre Can Yusuf Burak Kerem Ömer"),
    family: words("Yılmaz Kaya Demir Şahin Çelik Yıldız Öztürk Aydın Arslan Doğan Koç Kurt"),
  },
  {
    weight: 8,
    given: words("Agnieszka Katarzyna Magdalena Zofia Małgorzata Piotr Paweł Łukasz Tomasz Michał Grzegorz"),
    family: words("Nowak Kowalski Wiśniewska Wójcik Kamińska Lewandowski Zieliński Szymańska Dąbrowski"),
  },
  {
    weight: 7,
    given: words("Oksana Iryna Olena Kateryna Yuliia Andrii Dmytro Oleksandr Serhii Taras"),
    family: words("Kovalenko Shevchenko Bondarenko Tkachenko Melnyk Kravchuk Oliinyk Lysenko"),
  },
  {
    weight: 8,
    given: words("Olivia Amelia Grace Charlotte Emily Oliver James Harry George Thomas Owen Callum"),
    family: words("Smith Taylor Wright Walker Hughes Edwards Campbell Murphy O'Connor Byrne Fraser"),
  },
  {
    weight: 7,
    given: words("Camille Chloé Léa Inès Élodie Antoine Théo Hugo Mathieu Rémi Benoît"),
    family: words("Martin Bernard Dubois Lefèvre Moreau Girard Fontaine Rousseau Gauthier Chevalier"),
  },
  {
    weight: 6,
    given: words(
      "Giulia Chiara Francesca Martina Lucía Carmen Sofía Marco Alessandro Matteo Javier Diego Álvaro",
    ),
    family: words("Rossi Ferrari Esposito Romano Conti García Fernández López Martínez Sánchez Núñez"),
  },
  {
    weight: 6,
    given: words("Layla Fatima Noor Yasmin Amira Omar Khaled Youssef Karim Samir Bilal"),
    family: words("Haddad Al-Masri Khoury Nasser Rahman El-Amin Saleh Mansour Darwish"),
  },
  {
    weight: 5,
    given: words("Priya Ananya Divya Kavya Neha Arjun Rahul Vikram Rohan Sanjay"),
    family: words("Sharma Patel Reddy Iyer Nair Gupta Singh Menon Chatterjee"),
  },
  {
    weight: 6,
    given: words("Linh Mai Thảo Hương Minh Tuấn Wei Mei Jia Hao Yuki Haruto Ji-woo Min-jun"),
    family: words("Nguyễn Trần Lê Phạm Wang Li Zhang Chen Tanaka Suzuki Kim Park"),
  },
];
