//! Emotions that customers name, in four clusters from those that drive them away to those that make them advocates.
//!
//! Source: Shaw, *The DNA of Customer Experience*, 2007.

/// What an emotion does to a customer's loyalty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cluster {
    /// Drives customers away.
    Destroying,
    /// Makes them look closer.
    Attention,
    /// Makes them recommend.
    Recommendation,
    /// Makes them speak for us unasked.
    Advocacy,
}

impl Cluster {
    /// All of them, the worst first.
    pub const ALL: [Self; 4] = [Self::Destroying, Self::Attention, Self::Recommendation, Self::Advocacy];

    /// Its name, which is also that of its drawing and colour.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Destroying => "destroying",
            Self::Attention => "attention",
            Self::Recommendation => "recommendation",
            Self::Advocacy => "advocacy",
        }
    }
}

/// An emotion.
#[derive(Debug, PartialEq, Eq)]
pub struct Emotion {
    /// Its name in answers.
    pub name: &'static str,
    /// Its cluster.
    pub cluster: Cluster,
    /// Whether customers are offered it; too many to choose from, and nobody chooses.
    pub is_offered: bool,
}

const fn emotion(name: &'static str, cluster: Cluster, is_offered: bool) -> Emotion {
    Emotion { name, cluster, is_offered }
}

/// The emotions that answers may name.
pub const EMOTIONS: [Emotion; 20] = [
    emotion("irritated", Cluster::Destroying, false),
    emotion("hurried", Cluster::Destroying, true),
    emotion("neglected", Cluster::Destroying, true),
    emotion("unhappy", Cluster::Destroying, false),
    emotion("unsatisfied", Cluster::Destroying, false),
    emotion("stressed", Cluster::Destroying, true),
    emotion("disappointed", Cluster::Destroying, true),
    emotion("frustrated", Cluster::Destroying, true),
    emotion("interesting", Cluster::Attention, true),
    emotion("energetic", Cluster::Attention, false),
    emotion("exploratory", Cluster::Attention, false),
    emotion("indulgent", Cluster::Attention, false),
    emotion("stimulated", Cluster::Attention, false),
    emotion("trusting", Cluster::Recommendation, true),
    emotion("valued", Cluster::Recommendation, true),
    emotion("focused", Cluster::Recommendation, false),
    emotion("safe", Cluster::Recommendation, true),
    emotion("cared-for", Cluster::Recommendation, true),
    emotion("happy", Cluster::Advocacy, true),
    emotion("pleased", Cluster::Advocacy, true),
];

/// The emotion with this name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Emotion> {
    EMOTIONS.iter().find(|emotion| emotion.name == name)
}
